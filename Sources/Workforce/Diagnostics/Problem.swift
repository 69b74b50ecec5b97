/// What is wrong in a file or in a change, as data: `Reports` has the words, in French and English.
///
/// Texts inside are what the user wrote, or limits and examples as the user
/// would write them (`8h`, `100 %`), which read the same in both languages.
public enum Problem: Error, Hashable, Sendable, Codable {
    case file(FileProblem)
    case yaml(YAMLProblem)
    case value(ValueProblem)
    case meaning(MeaningProblem)
    case reference(ReferenceProblem)
    case table(TableProblem)
    case history(HistoryProblem)
    case change(ChangeProblem)

    /// Stable name for programs, for example `value.malformed`.
    public var code: String {
        // A case with values prints as `name(…)`, one without as `name`.
        func name(_ problem: some Any) -> String { String(String(describing: problem).prefix { $0 != "(" }) }
        return switch self {
        case .file(let problem): "file." + name(problem)
        case .yaml(let problem): "yaml." + name(problem)
        case .value(let problem): "value." + name(problem)
        case .meaning(let problem): "meaning." + name(problem)
        case .reference(let problem): "reference." + name(problem)
        case .table(let problem): "table." + name(problem)
        case .history(let problem): "history." + name(problem)
        case .change(let problem): "change." + name(problem)
        }
    }
}

/// A file as a whole.
public enum FileProblem: Hashable, Sendable, Codable {
    case missing
    case folderMissing
    case unreadable
    case tooLarge(limitMegabytes: Int)
    case empty
    case nulByte
    case notUTF8
    case readAsWindows1252
    case badName(name: String)
    case noCampaign
    case alreadyThere
    case unwritable(reason: String)
    /// The folder to write into does not exist.
    case noSuchFolder(folder: String)
}

/// The grammar of a YAML file, and keys.
public enum YAMLProblem: Hashable, Sendable, Codable {
    case syntax(detail: String)
    case tabIndentation
    case anchorOrAlias(token: String)
    case severalDocuments
    case nestedTooDeeply(limit: Int)
    case duplicateKey(key: String, firstLine: Int)
    case unknownKey(key: String, nearest: String?)
    case keyOfOtherChannel(key: String, channel: String, channels: [String])
    case missingKey(key: String, expected: ValueKind)
    case wrongShape(key: String, found: ValueShape, expected: ValueShape)
}

/// One value, read alone.
public enum ValueProblem: Hashable, Sendable, Codable {
    /// Not of the kind; `suggestion` is what was probably meant.
    case malformed(key: String, found: String, expected: ValueKind, suggestion: String?)
    case above(key: String, found: String, bounds: ValueBounds)
    case below(key: String, found: String, bounds: ValueBounds)
    case notMultiple(key: String, found: String, step: String, nearest: String)
    case wrongLength(key: String, found: Int, expected: Int)
    case onlyZeros(key: String)
}

/// Values that are well written, but cannot be true together.
public enum MeaningProblem: Hashable, Sendable, Codable {
    case notMonday(date: CivilDate)
    case endBeforeStart(key: String, start: String, end: String)
    case conflictingKeys(first: String, second: String)
    case requires(key: String, other: String)
    case overlappingHours(first: String, second: String)
    case tooMany(thing: NamedThing, limit: Int)
    case neverOpen
    /// No number of permitted days and hours a day gives the weekly hours.
    case impossibleWeek(weekly: String, days: String, daily: String)
    case dailyAboveRules(daily: String, maximum: String)
    /// The bounds of a modulation leave out the contract's own week.
    case outsideModulation(weekly: String, bounds: String)
    /// Days and hours of a week make no other hours within the bounds.
    case nothingToModulate(bounds: String, weekly: String)
    /// A range of weekly hours beside a modulation, which has its own.
    case rangeUnderModulation
    /// Days and hours of a week make no hours that the key would allow.
    case idleHours(key: String)
    case wageBelowMinimum(wage: String, minimum: String)
    /// A break that is not a multiple of the interval takes the whole interval from coverage.
    case offGridBreak(key: String, found: String, interval: String)
    case outsideHorizon(campaign: String, date: CivilDate)
    case hoursDiffer(stated: String, contract: String, contractHours: String)
    case outsideRoster(date: CivilDate)
    case overlappingRequests(firstLine: Int)
    /// Two periods of one name share days.
    case overlappingPeriods(name: String, firstLine: Int)
    /// The built-in school holidays end before the horizon does.
    case schoolHolidaysEnd(last: CivilDate)
}

/// Names that refer to something.
public enum ReferenceProblem: Hashable, Sendable, Codable {
    case unknown(thing: NamedThing, name: String, nearest: String?)
    case duplicate(thing: NamedThing, name: String, firstLine: Int)
    case skillOfNobody(skill: String, nearest: String?)
    case agentLacksSkill(agent: String, campaign: String, skill: String)
    case otherSite(agent: String, campaign: String)
    case noAgentOfCampaign(campaign: String)
    case agentLeft(agent: String)
    case unusedSkill(skill: String, nearest: String?)
}

/// The grammar of a CSV file.
public enum TableProblem: Hashable, Sendable, Codable {
    case missingColumn(column: String, alternatives: [String])
    case unknownColumn(column: String, nearest: String?)
    case duplicateColumn(column: String, first: Int)
    case emptyCell(column: String)
    case rowTooShort(found: Int, expected: Int)
    case rowTooLong(found: Int, expected: Int)
    case unclosedQuote
    case textAfterQuote
    case totalsRow(text: String)
    /// A column without a known header, taken for what its cells hold.
    case columnTaken(column: String, meaning: String)
    /// Lines above the headers, passed over.
    case linesAboveHeaders(count: Int)
    case headersOnly
    /// Further errors of the file are not listed.
    case furtherErrors(count: Int)
}

/// The contents of a history.
public enum HistoryProblem: Hashable, Sendable, Codable {
    case duplicateInterval(start: String, firstLine: Int)
    case offGridSlot(start: String, slotMinutes: Int)
    /// A wall-clock time that the clock change of its day skips.
    case skippedByClockChange(start: String)
    case spanTooLong(first: CivilDate, last: CivilDate, years: Int)
    case missing(file: String)
    case ofNobody(name: String, nearest: String?)
    case ambiguous(campaign: String, files: [String])
    case unused(activity: String)
    /// Another file already gives the activity's history.
    case secondFile(first: String)
    case noUsableRow
    /// An hour lived twice was given twice, and its counts were summed.
    case clockChangeSummed(date: CivilDate)
    /// Rows of one interval from several queues, agents or channels were summed.
    case queuesSummed(intervals: Int, queues: Int)
    case duplicateQueueInterval(start: String, queue: String, firstLine: Int)
    /// Rows that sum up the other queues were left out.
    case totalQueue(name: String, rows: Int)
    /// A row a call: calls were counted.
    case callsCounted(calls: Int, slotMinutes: Int)
    /// Dates whose spelling has several readings, and the one that fits the whole file.
    case datesReadAs(found: String, date: CivilDate)
    /// A daily history whose rows lie so many days apart: totals of weeks or months.
    case sparseDays(gap: Int)
    /// Moments written with their zone (`Z`, `+01:00`) were brought to the site's clock.
    case broughtToSiteClock(timeZone: String)
    /// The history runs into the planned period.
    case afterHorizon(last: CivilDate, horizonStart: CivilDate)
}

/// A change of a what-if, or a sweep.
public enum ChangeProblem: Hashable, Sendable, Codable {
    case noAmount(text: String)
    case unknownKey(key: String, nearest: String?)
    case badAmount(key: String, found: String, examples: [String])
    case outOfRange(key: String, found: String, low: String, high: String)
    case badSweep(text: String)
    case emptySweep(text: String)
    case sweepTooLong(steps: Int, limit: Int)
}

/// Kinds of value, as the reference page of workspaces names them.
public enum ValueKind: Hashable, Sendable, Codable {
    case text, identifier, share, duration, signedDuration, time, hours, date, moment, money, count, number
    /// A change of contacts (`+20 %`, `x1.2`), or a number of contacts a day too (`=1200`).
    case effect, correction
    /// A file inside the workspace.
    case workspaceFile
    case days, yesNo, countRange, durationRange, dateRange, serviceTarget, monthlyVolume, timeZone, seniority
    case list, mapping, weekdayHours, month, activityWithHistory
    /// A period of modulation; weekends in turn (`1 of 2`).
    case period, turns
    case choice([String])
}

public enum ValueShape: String, Hashable, Sendable, Codable { case nothing, text, list, mapping }

/// Permitted values, as the user would write them.
public struct ValueBounds: Hashable, Sendable, Codable {
    public var kind: ValueKind
    public var low: String
    public var high: String

    public init(kind: ValueKind, low: String, high: String) {
        self.kind = kind
        self.low = low
        self.high = high
    }
}

/// Things that files name and refer to.
public enum NamedThing: String, Hashable, Sendable, Codable, CaseIterable {
    case site, contract, campaign, activity, agent, room, supervisor, trainer, profile, rulePack
    case variant, date, shift, queue, override
}
