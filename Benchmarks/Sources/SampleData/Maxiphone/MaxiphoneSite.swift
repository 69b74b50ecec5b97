let maxiphoneSite = """
    # SYNTHETIC DATA: an invented floor, with invented people, clients and prices.
    # Written by Benchmarks/Sources/SampleData; change it there (see README.md).
    name: Plateau de Lille
    language: fr
    site:
      id: lille
      name: Lille Euratechnologies
      timeZone: Europe/Paris
      holidays: FR
      seats: 80
    interval: 15m
    horizon:
      start: 2026-11-30        # a Monday; Christmas Day is the Friday of week 4
      weeks: 4
    rulePack: idcc2098
    defaultWage: 12.31         # the legal minimum since 2026-06-01

    contracts:
      - id: cdi-35
        name: CDI 35 h
        weeklyHours: 35h
        daysPerWeek: 5
        dailyHours: 7h
        wage: 12.60
      - id: cdi-35-souple
        name: CDI 35 h modulable
        weeklyHours: 35h
        daysPerWeek: 4..5
        dailyHours: 6h..9h
        wage: 12.90
        startSpread: 4h
      - id: cdi-30
        name: CDI 30 h
        weeklyHours: 30h
        daysPerWeek: 5
        dailyHours: 6h
        wage: 12.50
      - id: cdi-24
        name: CDI 24 h
        weeklyHours: 24h
        daysPerWeek: 4
        dailyHours: 6h
        wage: 12.45

    rooms:
      - id: salle-beffroi
        capacity: 12
      - id: salle-citadelle
        capacity: 10

    # Early and late, so that somebody leads from opening to closing.
    supervisors:
      - id: S1
        name: Marianne Delcourt
        campaigns: [hotline]
        hours: {mon-fri: 08:00-16:00}
      - id: S2
        name: Farid Belkacem
        campaigns: [hotline]
        hours: {mon-fri: 12:00-20:00}
      - id: S3
        name: Virginie Hennebelle
        campaigns: [hotline]
        hours: {tue-fri: 09:30-17:30, sat: 08:00-16:00}
      - id: S4
        name: Bruno Castelain
        campaigns: [relance]
        hours: {mon-fri: 10:00-18:00}
      - id: S5
        name: Leïla Mansouri
        campaigns: [relance]
        hours: {mon-fri: 12:00-20:00}
      - id: S6
        name: Stéphane Wozniak
        campaigns: [fibre, hotline]
        hours: {mon-thu: 11:00-19:00, sat: 11:00-19:00}
      - id: S7
        name: Priscilla Vanhoutte
        campaigns: [fibre, relance]
        hours: {mon-fri: 09:00-17:00}

    trainers:
      - id: F1
        name: Gilles Morel
        campaigns: [fibre]
        hours: {mon-fri: 09:00-17:00}
      - id: F2
        name: Assia Rahmani
        campaigns: [fibre, hotline]
        hours: {mon-thu: 10:30-18:30, fri: 10:00-17:00}

    # SAMPLES: no usable public figure exists, so these are plausible at best.
    costs:
      seatPerMonth: 135.00
      telecomPerMinute: 0.009
      softwarePerAgentAndMonth: 74.00
      supervisorGrossMonthly: 2350.00
      trainerGrossHourly: 17.20
      recruitmentPerHire: 1100.00
      overheadShare: 9 %
      teamSize: 10..14

    """

let maxiphoneProfiles = """
    # How the calls of a new fibre client spread: after work, and on the day the technician came.
    installation:
      weekdays: [1.1, 1, 1, 1, 1.05, 0.8, 0]                               # Monday first
      hours: [0,0,0,0,0,0,0,0, 0,4,5,5, 4,4,4,5, 5,6,6,0, 0,0,0,0]         # 00:00 first

    """

let maxiphoneScenarios = """
    pic-de-noel:                   # a better Christmas than last year's, with longer questions
      - hotline.demand=+10%
      - hotline.aht=+15s
    meilleur-service:              # what the client asks a price for
      - hotline.target=90/15
      - fibre.target=90/15
    grippe:                        # a winter of influenza
      - absence=+4pt

    """
