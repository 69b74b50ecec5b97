import Workforce

/// A kind of request, for an agent of this campaign to be drawn.
struct LeaveLine {
    var campaign: String
    var kind: String
    var from: CivilDate
    var through: CivilDate
    var status: String

    init(_ campaign: String, _ kind: String, _ from: StaticString, _ through: StaticString, _ status: String)
    {
        self.campaign = campaign
        self.kind = kind
        self.from = date(from)
        self.through = date(through)
        self.status = status
    }
}
