let maxiphoneHotline = """
    # SYNTHETIC DATA. Calls of MaxiPhone's customers, forecast from history/hotline.csv.
    name: Hotline MaxiPhone
    client: MaxiPhone
    channel: inbound
    openingHours:
      mon-sat: 08:00-20:00
      holidays: closed
      2026-12-24: 08:00-17:00
      2026-12-26: 09:00-18:00
      2026-12-31: 08:00-17:00
    serviceTarget: 80/20
    handleTime: 300s           # where the history has none
    patience: 180s             # Erlang A
    skills: [mobile]
    shrinkage:
      external: 8 %
      internal: 6 %
    price:
      basis: handledContact
      unitPrice: 3.70
    quality:
      listeningsPerAgentAndMonth: 4
      listeningLength: 15m

    """

let maxiphoneRelance = """
    # SYNTHETIC DATA. Sales calls to consumers who agreed to them, within legal hours
    # (10:00 to 13:00 and 14:00 to 20:00, Monday to Friday).
    name: Relance Voltéa
    client: Voltéa Énergie
    openingHours:
      mon-fri: 10:00-20:00
      holidays: closed
      2026-12-24: 10:00-18:00
      2026-12-31: 10:00-18:00
    activities:
      renouvellement:          # contracts that end this winter: the whole month
        channel: outbound
        listSize: 31 500
        reachRate: 20 %
        maximumAttempts: 4
        pitchRate: 85 %
        conversionRate: 12 %
        handleTime: 210s
      black-friday:            # answers to the offer of 27 November: two weeks
        channel: outbound
        end: 2026-12-11
        listSize: 12 000
        reachRate: 22 %
        maximumAttempts: 4
        pitchRate: 90 %
        conversionRate: 15 %
        handleTime: 190s
    skills: [vente]
    shrinkage:
      external: 8 %
      internal: 6 %
    price:
      basis: sale
      unitPrice: 38.00
    quality:
      listeningsPerAgentAndMonth: 6
      listeningLength: 15m

    """

let maxiphoneFibre = """
    # SYNTHETIC DATA. A new client: nobody has the skill yet, so its agents help the
    # other campaigns for two weeks and follow the course of four sessions.
    name: Fibre Clic & Box
    client: Clic & Box
    launch: 2026-12-14
    openingHours:
      mon-fri: 09:00-19:00
      sat: 09:00-18:00
      holidays: closed
      2026-12-24: 09:00-17:00
      2026-12-31: 09:00-17:00
    activities:
      installation:            # no history: a monthly volume and a profile (profiles.yaml)
        channel: inbound
        volume: 9000/month     # all of December's falls after the launch
        profile: installation
        handleTime: 240s
        patience: 180s
        serviceTarget: 80/20
      rappels:                 # calls back to those whose installation failed
        channel: outbound
        start: 2026-12-14
        end: 2027-01-22
        listSize: 7 000
        reachRate: 35 %
        maximumAttempts: 4
        conversionRate: 30 %
        handleTime: 180s
    skills: [fibre]
    training:
      sessionLength: 3h
      sessions: 4
      classSize: 4..10
    shrinkage:
      external: 8 %
      internal: 6 %
    price:
      basis: loggedHour
      targetMargin: 18 %
      setupFee: 2500
      billsTraining: yes
    quality:
      listeningsPerAgentAndMonth: 4
      listeningLength: 15m

    """
