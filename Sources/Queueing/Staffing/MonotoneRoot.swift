/// Where a falling function changes sign, by Chandrupatla's method (1997): inverse quadratic
/// interpolation where the last three points allow it, halving where they do not.
struct MonotoneRoot {
    struct Point {
        var x: Double
        var value: Double
    }

    /// The function is ≥ 0 here …
    private(set) var met: Point
    /// … and < 0 here, `met.x` < `missed.x`.
    private(set) var missed: Point

    /// Narrows met ≤ root < missed until they are `tolerance` apart or neighbours.
    ///
    /// - Complexity: about 5 evaluations on a smooth function, never more than 120.
    static func narrow<Failure: Error>(
        met: Point, missed: Point, tolerance: Double,
        function: (Double) throws(Failure) -> Double
    ) throws(Failure) -> MonotoneRoot {
        // `a` is the newest point, `b` lies across the root, `c` is the one before.
        var a = met
        var b = missed
        var part = 0.5
        for _ in 0..<120 {
            let x = a.x + part * (b.x - a.x)
            guard x != a.x, x != b.x else { break }
            let new = Point(x: x, value: try function(x))
            let c: Point
            if (new.value >= 0) == (a.value >= 0) {
                c = a
            } else {
                c = b
                b = a
            }
            a = new
            let least = 0.5 * tolerance / abs(b.x - a.x)
            guard least < 0.5 else { break }
            part = min(1 - least, max(least, Self.step(a, b, c)))
        }
        return a.value >= 0 ? MonotoneRoot(met: a, missed: b) : MonotoneRoot(met: b, missed: a)
    }

    /// The part of the way from a to b where the next point goes.
    private static func step(_ a: Point, _ b: Point, _ c: Point) -> Double {
        let position = (a.x - b.x) / (c.x - b.x)
        let height = (a.value - b.value) / (c.value - b.value)
        guard height * height < position, (1 - height) * (1 - height) < 1 - position else {
            return 0.5
        }
        let part =
            a.value / (b.value - a.value) * c.value / (b.value - c.value)
            + (c.x - a.x) / (b.x - a.x) * a.value / (c.value - a.value) * b.value
            / (c.value - b.value)
        return part.isFinite ? part : 0.5
    }
}
