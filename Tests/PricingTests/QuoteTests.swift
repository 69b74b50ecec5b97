import Testing
import Workforce

@testable import Pricing

@Suite struct QuoteTests {
    private func priced(_ floor: TinyFloor) -> (cost: CostEstimate, quote: Quote)? {
        let cost = estimateCost(of: floor.plan, for: floor.scenario)
        return quotes(for: cost, plan: floor.plan, scenario: floor.scenario).first.map { (cost, $0) }
    }

    private func floor(_ terms: PriceTerms) -> TinyFloor {
        var floor = TinyFloor()
        floor.scenario.campaigns[0].priceTerms = terms
        return floor
    }

    /// Never under the target; above it by at most the cents that rounding up adds.
    @Test(arguments: [PriceBasis.loggedHour, .handledContact], [0, 0.1, 0.2, 0.35, 0.6])
    func theMarginOnPriceIsTheTargetToTheCent(_ basis: PriceBasis, _ target: Double) throws {
        let (cost, quote) = try #require(priced(floor(PriceTerms(basis: basis, targetMargin: target))))
        let exact = cost.total(of: TinyFloor.help).euros / (1 - target)
        #expect(quote.cost == cost.total(of: TinyFloor.help))
        #expect(quote.revenue.euros >= exact - 0.01)
        #expect(quote.revenue.euros <= exact + 0.01 * quote.quantity + 0.01)
        #expect(quote.unitPrice.micros % 10_000 == 0)
        let share = try #require(quote.marginShare)
        #expect(share >= target - 0.01 / exact)
        #expect(share <= target + 0.01 * quote.quantity / exact + 1e-6)
    }

    /// 20 % of margin on price is 25 % of mark-up on cost.
    @Test func marginIsNotMarkUp() throws {
        let (_, quote) = try #require(priced(floor(PriceTerms(targetMargin: 0.2))))
        #expect(abs(try #require(quote.markUpShare) - 0.25) < 0.001)
    }

    @Test func setUpFeeAndTrainingArePartOfTheRevenue() throws {
        var floor = floor(
            PriceTerms(targetMargin: 0.2, setupFee: Money(cents: 150_000), billsTraining: true))
        floor.teach(TinyFloor.help, day: 1, from: 540, minutes: 120, agents: [1, 2])
        let (cost, quote) = try #require(priced(floor))
        let exact = cost.total(of: TinyFloor.help).euros / 0.8
        #expect(abs(quote.revenue.euros - exact) <= 0.01 * quote.quantity + 0.02)
        // Two trainer hours and four loaded agent hours, with the margin.
        let trainer = floor.scenario.rules.tariff.loadedHourlyWage(grossHourly: 18)
        let agent = floor.scenario.rules.tariff.loadedHourlyWage(grossHourly: 12.31)
        #expect(abs(quote.trainingBilled.euros - (2 * trainer + 4 * agent) / 0.8) < 0.02)
        #expect(quote.setupFee == Money(cents: 150_000))
    }

    @Test func anAgreedPriceIsKeptAndTheMarginFollows() throws {
        let agreed = UnitPrice(euros: 12.345678)
        let (_, quote) = try #require(priced(floor(PriceTerms(unitPrice: agreed, targetMargin: 0.2))))
        #expect(quote.unitPrice == agreed)
        #expect(quote.pricePerLoggedHour == agreed)
        #expect(quote.revenue == agreed.amount(for: quote.quantity))
        #expect(try #require(quote.marginShare) < 0)
    }

    @Test func equivalentsBringTheSameRevenue() throws {
        let (_, quote) = try #require(priced(floor(PriceTerms(basis: .loggedHour, targetMargin: 0.2))))
        #expect(quote.pricePerLoggedHour == quote.unitPrice)
        let perContact = try #require(quote.pricePerContact)
        #expect(abs(perContact.euros * 32 - quote.unitPrice.euros * quote.quantity) <= 0.01 * (32 + 520))
        #expect(quote.pricePerSale == nil)
    }

    @Test(arguments: PriceBasis.allCases)
    func nothingToCountGivesNoPrice(_ basis: PriceBasis) throws {
        var floor = TinyFloor(agents: 0, weeks: 0)
        floor.plan.schedule.pools = []
        floor.scenario.campaigns[0].priceTerms.basis = basis
        let (_, quote) = try #require(priced(floor))
        #expect(quote.unitPrice == .zero)
        #expect(quote.quantity == 0)
        #expect((quote.pricePerLoggedHour, quote.pricePerContact, quote.pricePerSale) == (nil, nil, nil))
        #expect(quote.marginShare == nil)
    }

    @Test(arguments: [1, 7, -1, Double.nan, .infinity])
    func targetsThatAreNoneStillGiveAPrice(_ target: Double) throws {
        let (cost, quote) = try #require(priced(floor(PriceTerms(targetMargin: target))))
        #expect(quote.revenue >= cost.total(of: TinyFloor.help))
        #expect(quote.unitPrice.euros < 1e6)
    }

    @Test func feesAboveThePriceLeaveNothingToTheUnits() throws {
        let (_, quote) = try #require(priced(floor(PriceTerms(setupFee: Money(cents: 100_000_000)))))
        #expect(quote.unitPrice == .zero)
    }
}
