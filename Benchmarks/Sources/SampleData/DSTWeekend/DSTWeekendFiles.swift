let dstWeekendSite = """
    # SYNTHETIC DATA: an invented floor. Written by Benchmarks/Sources/SampleData.
    name: Assistance routière de Reims
    language: fr
    site:
      id: reims
      name: Reims
      timeZone: Europe/Paris
      holidays: FR
      seats: 10
    interval: 15m
    horizon:
      start: 2027-03-22        # a Monday; the clocks go forward on Sunday the 28th at 02:00
      weeks: 2                 # Easter Monday is the 29th
    rulePack: idcc2098
    defaultWage: 12.60

    contracts:
      - id: cdi-35
        name: CDI 35 h
        weeklyHours: 35h
        daysPerWeek: 5
        dailyHours: 7h
      - id: cdi-24
        name: CDI 24 h
        weeklyHours: 24h
        daysPerWeek: 4
        dailyHours: 6h

    supervisors:
      - id: S1
        name: Odile Ternois
        hours: {mon-fri: 09:00-17:00}

    # SAMPLES: plausible at best.
    costs:
      seatPerMonth: 130.00
      telecomPerMinute: 0.012
      softwarePerAgentAndMonth: 70.00
      supervisorGrossMonthly: 2300.00
      trainerGrossHourly: 17.00
      recruitmentPerHire: 1000.00
      overheadShare: 8 %
      teamSize: 8..12

    """

let dstWeekendCampaign = """
    # SYNTHETIC DATA. Open every day, public holidays too.
    name: Assistance routière
    client: Mutuelle des Routes
    channel: inbound
    openingHours:
      all: 06:00-23:00
      holidays: normal
    serviceTarget: 80/30
    handleTime: 480s
    patience: 240s
    skills: [assistance]
    price:
      basis: loggedHour
      targetMargin: 15 %

    """

let dstWeekendReadme = """
    # A weekend when the clocks go forward

    **Everything here is synthetic.** Ten agents answer the calls of drivers who broke down, every day from
    06:00 to 23:00, public holidays too. The plan covers two weeks from Monday 22 March 2027; in the night of
    Saturday 27 to Sunday 28 March, 02:00 becomes 03:00.

    ```
    plateau check datasets/dst-weekend
    plateau roster datasets/dst-weekend
    ```

    ## What there is to see

    - Sunday 28 March has 23 hours: 92 quarters of an hour instead of 96, and the two weeks have 1,340
      instead of 1,344. The quarters from 02:00 to 02:45 do not exist.
    - Rest counts elapsed time. Who works until 23:00 may start again at 10:00 the next day (11 hours), but
      on this one Sunday not before 11:00: from 23:00 to 10:00 only ten hours pass.
    - Shifts are written by the wall clock, so that Sunday's look like any other day's.
    - `history/assistance.csv` counts a year by the hour: 29 March 2026 has no 02:00, 25 October 2026 has it
      twice, and both are summed.
    - Easter Monday is 29 March: open, with the premium of public holidays.

    `Benchmarks/Sources/SampleData` writes every byte from a seed
    (`swift run --package-path Benchmarks plateau-bench sample-data --out datasets`).

    """
