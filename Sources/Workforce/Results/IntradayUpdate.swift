/// The rest of a day, forecast again from what has come until now.
public struct IntradayUpdate: Hashable, Sendable, Codable {
    public var date: CivilDate
    /// Contacts are known before this time.
    public var asOf: ClockTime
    /// Contacts known, and what had been expected of the same slots.
    public var soFar: Double
    public var expectedSoFar: Double
    public var slotMinutes: Int
    /// First slot of the day still to come.
    public var firstSlot: Int
    /// Contacts per slot still to come: as forecast before the day, and now.
    public var before: [Double]
    public var mean: [Double]
    /// Bands of `mean`.
    public var bands: [PredictionBand]
    /// Contacts of the whole day: forecast before it, now (with those known), and its bands.
    public var dayBefore: Double
    public var day: Double
    public var dayBands: [PredictionBand]
    /// Share of the morning's deviation that is carried over to the rest of the day (0 … 1).
    public var carriedOver: Double

    public init(
        date: CivilDate, asOf: ClockTime, soFar: Double, expectedSoFar: Double, slotMinutes: Int,
        firstSlot: Int, before: [Double], mean: [Double], bands: [PredictionBand], dayBefore: Double,
        day: Double, dayBands: [PredictionBand], carriedOver: Double
    ) {
        self.date = date
        self.asOf = asOf
        self.soFar = soFar
        self.expectedSoFar = expectedSoFar
        self.slotMinutes = slotMinutes
        self.firstSlot = firstSlot
        self.before = before
        self.mean = mean
        self.bands = bands
        self.dayBefore = dayBefore
        self.day = day
        self.dayBands = dayBands
        self.carriedOver = carriedOver
    }
}
