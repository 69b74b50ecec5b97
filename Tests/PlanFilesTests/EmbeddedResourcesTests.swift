import Testing
import Workforce

@testable import PlanFiles

/// The built-in rule pack and profiles are workspace text too: they must read without a word.
struct EmbeddedResourcesTests {
    @Test(arguments: RuleReader.packNames)
    func packsReadCleanly(_ name: String) throws {
        let bytes = PackageResources.idcc2098_yaml
        var log = DiagnosticLog()
        let root = try #require(parseYAML(String(decoding: bytes, as: UTF8.self), file: name, log: &log))
        let pack = try #require(RuleReader.builtIn(name))
        // Laid over itself, every figure is read and diagnosed as a user's override would be.
        guard case .mapping(let entries) = root.content else {
            Issue.record("no mapping")
            return
        }
        let overrides = YAMLValue(content: .mapping(entries.filter { $0.key != "name" }), place: root.place)
        let again = RuleReader.read(name: name, overrides: overrides, &log)
        #expect(log.sorted == [])
        #expect(again?.work == pack.work && again?.calling == pack.calling && again?.tariff == pack.tariff)
        #expect(pack.work.workPerRestBreakMinutes == 180 && pack.work.nightPremium == 0.5)
    }

    /// Every figure says where it comes from, not just in which line it stands.
    @Test func everyFigureHasItsSource() throws {
        let pack = try #require(RuleReader.builtIn("idcc2098"))
        for (path, source) in pack.sources {
            #expect(!source.hasPrefix("idcc2098.yaml:") && source.hasSuffix(")"), "\(path)")
        }
    }

    @Test func profilesReadCleanly() {
        #expect(ProfileReader.builtIn.keys.sorted() == ["consumerHotline", "evening", "flat", "officeHours"])
        var log = DiagnosticLog()
        let text = String(decoding: PackageResources.profiles_yaml, as: UTF8.self)
        _ = parseYAML(text, file: "profiles.yaml", log: &log).map {
            ProfileReader.read($0, file: "profiles.yaml", &log)
        }
        #expect(log.sorted == [])
    }

}
