/// Expected contacts after the end of one history, in its own slots.
public struct HistoryForecast: Hashable, Sendable, Codable {
    public var firstDay: CivilDate
    public var slotMinutes: Int
    /// Contacts per slot, `1440 / slotMinutes` entries a day.
    public var mean: [Double]
    /// Bands per slot: 80 % and 95 %.
    public var bands: [PredictionBand]
    /// Mean handle time in seconds per slot (0 where no contact is expected);
    /// empty when the history has none.
    public var handleSeconds: [Double]
    /// Contacts per day and their own bands: slot bounds do not add up.
    public var dailyMean: [Double]
    public var dailyBands: [PredictionBand]
    public var accuracy: ForecastAccuracy?
    public var remarks: [ForecastRemark]

    public init(
        firstDay: CivilDate, slotMinutes: Int, mean: [Double], bands: [PredictionBand],
        handleSeconds: [Double], dailyMean: [Double], dailyBands: [PredictionBand],
        accuracy: ForecastAccuracy?, remarks: [ForecastRemark]
    ) {
        self.firstDay = firstDay
        self.slotMinutes = slotMinutes
        self.mean = mean
        self.bands = bands
        self.handleSeconds = handleSeconds
        self.dailyMean = dailyMean
        self.dailyBands = dailyBands
        self.accuracy = accuracy
        self.remarks = remarks
    }
}
