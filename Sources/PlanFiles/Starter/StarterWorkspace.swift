import Execution
import Workforce

/// One file of a starter workspace.
public struct StarterFile: Hashable, Sendable {
    /// Path inside the workspace.
    public var path: String
    public var contents: String
}

/// A commented workspace to begin with: two campaigns (inbound and outbound)
/// and, with `agents` above 0, that many invented people and half a year of
/// synthetic history. Every figure that no public source gives is marked as a
/// sample. It reads without any diagnostic.
///
/// - Parameters:
///   - agents: 0 = sizing mode: no agents, a monthly volume instead of a history; at most 5,000.
///   - firstDay: first day of the horizon, moved back to its Monday; 2001 to 2099.
///   - language: `fr` or `en`, written into `site.yaml`.
/// - Returns: the files in order of path; the same input gives the same bytes.
public func starterWorkspace(
    agents: Int, firstDay: CivilDate, language: String = "fr", seed: UInt64 = 1
) -> [StarterFile] {
    let first = CivilDate(year: 2001, month: 1, day: 1) ?? firstDay
    let last = CivilDate(year: 2099, month: 12, day: 1) ?? firstDay
    let starter = Starter(
        agents: min(5000, max(0, agents)), firstDay: min(last, max(first, firstDay)).monday,
        language: language == "en" ? "en" : "fr", seed: seed)
    var files = [
        StarterFile(path: "site.yaml", contents: starter.site),
        StarterFile(path: "campaigns/hotline.yaml", contents: starter.hotline),
        StarterFile(path: "campaigns/renewal.yaml", contents: starter.renewal),
        StarterFile(path: "scenarios.yaml", contents: starter.scenarios),
    ]
    if starter.agents > 0 {
        files += [
            StarterFile(path: "agents.csv", contents: starter.agentList),
            StarterFile(path: "requests.csv", contents: starter.requestList),
            StarterFile(path: "history/hotline.csv", contents: starter.history),
        ]
    }
    return files.sorted { $0.path < $1.path }
}

struct Starter {
    let agents: Int
    let firstDay: CivilDate
    let language: String
    let seed: UInt64

    /// Three in five agents answer calls, the others make them; from two on there are both.
    var inboundAgents: Int { min((agents * 3 + 4) / 5, max(1, agents - 1)) }
    var outboundAgents: Int { agents - inboundAgents }

    /// About what the agents can take at 75 % occupancy, or a small new campaign.
    var weeklyCalls: Int { agents == 0 ? 2760 : inboundAgents * 220 }

    /// About four weeks of work for the outbound agents.
    var listSize: Int { agents == 0 ? 8000 : max(200, outboundAgents * 1600) }
}

extension Starter {
    var site: String {
        """
        # The floor. Every key is described in Documentation/workspace.md.
        name: Sample floor
        language: \(language)

        sites:
          - id: lille
            name: Lille
            timeZone: Europe/Paris
            holidays: FR                # FR-ALSACE-MOSELLE and overseas departments add their own
            # schoolHolidays: [B]       # zones whose school holidays move contacts: A, B, C
            seats: \(max(20, agents + 10))                   # sample

        interval: 15m                   # the grid that work is placed on
        horizon:
          start: \(firstDay.iso8601)             # a Monday
          weeks: 4

        rulePack: idcc2098              # French call centres; override figures under rules:
        # rules:
        #   work:
        #     maximumConsecutiveDays: {value: 5, source: company agreement}

        # Hours are paid time: paid breaks inside, lunch outside.
        contracts:
          - id: cdi-35
            name: Full time 35 h
            weeklyHours: 35h
            daysPerWeek: 5
            dailyHours: 6h..8h
            workingWindow: 08:00-20:00
            weekdays: mon-sat
            wage: 12.90                 # gross per paid hour, sample
          - id: cdi-24
            name: Part time 24 h
            weeklyHours: 24h
            daysPerWeek: 4..5
            dailyHours: 4h..7h
            workingWindow: 08:00-20:00
            weekdays: mon-sat
            wage: 12.60                 # sample

        rooms:
          - id: room-1
            capacity: 12

        """ + people + costs
    }

    private var people: String {
        var text = "supervisors:\n"
        for index in 1...max(1, (agents + 11) / 12) {
            let hours = index.isMultiple(of: 2) ? "mon-fri: 11:00-19:00" : "mon-fri: 08:30-16:30"
            text += "  - id: sup-\(index)\n    name: Supervisor \(index)\n    hours: {\(hours)}\n"
        }
        text += "\ntrainers:\n  - id: trainer-1\n    name: Trainer 1\n    hours: {mon-fri: 09:00-17:00}\n\n"
        return text
    }

    private var costs: String {
        """
        # No public source gives these: samples, to be replaced by your own.
        costs:
          seatPerMonth: 250             # sample
          telecomPerMinute: 0.012       # sample
          softwarePerAgentAndMonth: 95  # sample
          supervisorGrossMonthly: 2450  # sample
          trainerGrossHourly: 16.50     # sample
          recruitmentPerHire: 1800      # sample
          overheadShare: 12 %           # sample
          teamSize: \(agents >= 8 || agents == 0 ? "8..14" : "1..14")

        """
    }

    var hotline: String {
        let demand =
            agents == 0
            ? """
            volume: 12000/month             # no history yet: a month's volume and how it spreads
            profile: consumerHotline
            """
            : """
            # Volumes are forecast from history/hotline.csv (synthetic here). Mailings, invoice runs and
            # outages, past and to come, go into events.csv: date;name;until;effect
            """
        return """
            # An inbound campaign. The file name is its identifier.
            name: Customer hotline
            client: Sample client
            channel: inbound
            openingHours:
              mon-fri: 08:00-20:00
              sat: 09:00-18:00
              holidays: closed
            \(demand)
            handleTime: 300s                # talk, hold and wrap-up; sample
            patience: 180s                  # sample
            serviceTarget:
              serviceLevel: 80 %
              threshold: 20s
              maximumOccupancy: 88 %
            minimumStaffing: 1
            skills: [mobile]
            shrinkage:
              external: 8 %                 # unplanned absence, sample
              internal: 6 %                 # briefs, coaching; sample
            training:
              sessionLength: 3h
              sessions: 2
              classSize: 1..12
            price:
              basis: handledContact
              targetMargin: 20 %            # on price, not on cost
            quality:
              listeningsPerAgentAndMonth: 4
              listeningLength: 15m

            """
    }

    var renewal: String {
        """
        # An outbound campaign to consumers, called within the legal windows.
        name: Contract renewal
        client: Sample client
        channel: outbound
        openingHours:
          mon-fri: 10:00-20:00
        listSize: \(listSize)                  # sample
        reachRate: 25 %                 # chance that an attempt reaches the person; sample
        maximumAttempts: 4
        pitchRate: 60 %                 # sample
        conversionRate: 12 %            # sample
        handleTime: 240s                # of a reached contact; sample
        skills: [sales]
        shrinkage:
          external: 8 %                 # sample
          internal: 6 %                 # sample
        price:
          basis: loggedHour
          unitPrice: 36.00              # sample
          setupFee: 2500                # sample

        """
    }

    var scenarios: String {
        """
        # What-ifs by name: plateau whatif DIR --scenario winter-peak
        winter-peak:
          - demand=+10%
          - hotline.aht=+15s
        better-service:
          - hotline.target=90/15

        """
    }
}
