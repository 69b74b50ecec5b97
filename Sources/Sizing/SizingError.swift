import Queueing
import Workforce

/// Why an activity cannot be sized. Shortage of people is never an error; terms
/// that no number of people satisfies are.
public enum SizingError: Error, Sendable, Hashable {
    /// No number of agents meets the target: all calls in time, no wait, no hang-up.
    case targetUnreachable(ActivityKey, BindingTarget)
    /// A term lies outside the domain that `QueueingParameter` documents.
    case impossibleTerm(ActivityKey, QueueingParameter, value: Double)

    init(_ error: QueueingError, of activity: ActivityKey) {
        switch error {
        case .targetUnreachable(let target): self = .targetUnreachable(activity, BindingTarget(target))
        case .outOfDomain(let parameter, let value):
            self = .impossibleTerm(activity, parameter, value: value)
        case .noTarget: self = .targetUnreachable(activity, .none)
        }
    }
}

extension BindingTarget {
    init(_ target: StaffingTarget) {
        switch target {
        case .serviceLevel: self = .serviceLevel
        case .occupancy: self = .occupancy
        case .abandonment: self = .abandonment
        case .averageSpeedOfAnswer: self = .answerSpeed
        case .stability: self = .stability
        case .blocking: self = .none
        }
    }
}
