import Workforce

/// Price tables of a proposal. Only `margins` reads cost.
extension ProposalWriter {
    private var quotes: [Quote] {
        plan.quotes.filter { scenario.campaign($0.campaign)?.client == client }
    }

    func prices(_ document: inout ProposalDocument) {
        let l = language
        let quotes = self.quotes
        guard !quotes.isEmpty else { return }
        document.heading(2, l("Prices", "Prix"))
        var table = TextTable(
            columns: [
                .text(l("Campaign", "Opération")), .text(l("Item", "Prestation")),
                .number(l("Quantity", "Quantité")), .number(l("Unit price", "Prix unitaire")),
                .number(l("Amount", "Montant")),
            ])
        for quote in quotes {
            let name = scenario.name(quote.campaign)
            table.add([
                .init(name), .init(l.sentence(l.name(quote.basis))),
                .init(l.number(quote.quantity, decimals: 0)), .init(l.money(quote.unitPrice)),
                .init(l.money(quote.unitPrice.amount(for: quote.quantity))),
            ])
            if quote.setupFee != .zero {
                table.add([
                    .init(name), .init(l("Set-up fee", "Forfait de mise en place")), "1",
                    .init(l.money(quote.setupFee)), .init(l.money(quote.setupFee)),
                ])
            }
            if quote.trainingBilled != .zero {
                table.add([
                    .init(name), .init(l("Training", "Formation")), "1",
                    .init(l.money(quote.trainingBilled)), .init(l.money(quote.trainingBilled)),
                ])
            }
        }
        let total = quotes.reduce(Money.zero) { $0 + $1.revenue }
        table.total = [.init(l("Total before tax", "Total HT")), "", "", "", .init(l.money(total))]
        document.table(table)
        options(quotes, &document)
    }

    private func options(_ quotes: [Quote], _ document: inout ProposalDocument) {
        let l = language
        var table = TextTable(
            l("Other ways to pay, for the same service", "Autres modes de facturation, à prestation égale"),
            columns: [
                .text(l("Campaign", "Opération")), .number(l("per logged hour", "par heure loguée")),
                .number(l("per contact", "par contact")), .number(l("per sale", "par vente")),
            ])
        for quote in quotes {
            let prices = [quote.pricePerLoggedHour, quote.pricePerContact, quote.pricePerSale]
            guard prices.contains(where: { $0 != nil }) else { continue }
            table.add(
                [.init(scenario.name(quote.campaign))]
                    + prices.map { .init($0.map { l.money($0) } ?? l.missing) })
        }
        document.table(table)
    }

    func margins(_ document: inout ProposalDocument) {
        let l = language
        document.heading(2, l("Cost and margin (internal)", "Coûts et marges (interne)"))
        var table = TextTable(
            columns: [
                .text(l("Campaign", "Opération")), .number(l("Revenue", "Chiffre d’affaires")),
                .number(l("Cost", "Coût")), .number(l("Margin", "Marge")),
                .number(l("Margin on price", "Marge sur prix")),
                .number(l("Mark-up on cost", "Marge sur coût")),
            ])
        for quote in quotes {
            table.add([
                .init(scenario.name(quote.campaign)), .init(l.money(quote.revenue)),
                .init(l.money(quote.cost)), .init(l.money(quote.margin)), .init(l.percent(quote.marginShare)),
                .init(l.percent(quote.markUpShare)),
            ])
        }
        document.table(table)
        var lines = TextTable(
            l("Cost by item", "Coûts par poste"),
            columns: [
                .text(l("Campaign", "Opération")), .text(l("Item", "Poste")), .number(l("Amount", "Montant")),
            ])
        for line in plan.cost.lines where scenario.campaign(line.campaign)?.client == client {
            lines.add([
                .init(scenario.name(line.campaign)), .init(l.sentence(l.name(line.item))),
                .init(l.money(line.amount)),
            ])
        }
        document.table(lines)
    }
}
