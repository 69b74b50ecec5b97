let maxiphoneReadme = """
    # MaxiPhone: a floor of 80 agents and three clients

    **Everything here is synthetic**: people, clients, calls and prices are invented, and any likeness is
    chance. The floor is that of an outsourcer in Lille, planned for the four weeks from Monday 30 November
    to Sunday 27 December 2026, with the week before already published.

    ```
    plateau check datasets/maxiphone
    plateau plan datasets/maxiphone --lang en
    ```

    ## What is on the floor

    | Campaign | Kind | Open | Agents at home | Demand |
    |---|---|---|---|---|
    | `hotline` | inbound, 80/20, patience 180 s | Mon–Sat 08:00–20:00 | 40 | forecast from 18 months of half-hours |
    | `relance` | outbound sales, two lists | Mon–Fri 10:00–20:00, by law not 13:00–14:00 | 22 | 31,500 records in four weeks, 12,000 until 11 December |
    | `fibre` | inbound and outbound, new client | Mon–Sat from 09:00, launched on 14 December | 18 | 9,000 calls a month by a profile, 7,000 records |

    Nobody has the skill `fibre` yet. Its 18 agents help the other two campaigns for two weeks and follow four
    sessions of three hours before the launch. 48 agents are full-time; 12 people have days or hours that they
    never work.

    ## What there is to find

    - The floor is tight: the hours wanted are about 96 % of what its agents can give in weeks 1 to 3 and
      103 % in week 4, after leave, breaks and courses; the curve of calls never fits whole shifts, so that
      some gaps are left and named.
    - Christmas Day is closed (and paid), the 24th and the 26th are short, and one agent in eight is on leave
      that week.
    - `history/hotline.csv` is what a telephone system exports: round the clock, `;`, CRLF, `dd/MM/yyyy`.
      It has no 02:00 on 29 March 2026, and twice 02:00 on 26 October 2025 and 25 October 2026. 18 June 2026
      is missing, and the half-hour 14:30 of 9 September 2026. On 10 March 2026 the exchange was down from
      09:30 to 18:00, and people called again on the 11th. Calls grow by 1.2 % a month, fall in August, and
      rise when invoices go out (3rd to 5th).
    - `requests.csv` holds approved leave, which binds, and wishes and pending or refused requests, which do not.
    - `scenarios.yaml` holds three what-ifs: a busier Christmas, a better service, a winter of influenza.

    ## Where it comes from

    `Benchmarks/Sources/SampleData` writes every byte from a seed:

    ```
    swift run --package-path Benchmarks plateau-bench sample-data --out datasets
    ```

    A test (`SampleDataTests`) makes the files anew and compares them with these.

    """
