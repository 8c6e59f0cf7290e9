using System.IO.Compression;
using System.Text;
using PaperGraph.Data.Fetching;
using PaperGraph.Ingest.Fetching;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Tests.Fetching;

/// <summary>What comes of addresses, walks and identifiers in a database.</summary>
public sealed class PaperFetcherTests : IAsyncLifetime
{
    private readonly ImmediateTime time = new();
    private ImportDatabase database = null!;

    public async Task InitializeAsync() => database = await ImportDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task An_address_is_imported_once_and_asked_for_news_after_that()
    {
        var text = SourceAnswers.Daily("2024-06-17", "Sparse Gardens");
        await using var server = new StandInServer(request =>
            request.Header("If-None-Match") == "\"1\"" ? StandInAnswer.Failure(304) : StandInAnswer.Text(text, "ETag: \"1\""));
        var address = new Uri(server.Address, "/api/daily_papers?date=2024-06-17").AbsoluteUri;

        var first = await ImportAsync(server, address);
        var second = await ImportAsync(server, address);
        var other = await ImportAsync(server, address, new ImportOptions { AsOf = new DateOnly(2024, 6, 20) });

        (first.Pages, first.PapersAdded, first.ProblemCount).ShouldBe((1, 1, 0));
        (second.Pages, second.PapersAdded, second.ProblemCount).ShouldBe((1, 0, 0));
        server.Requests.Select(request => request.Header("If-None-Match")).ShouldBe([null, "\"1\"", null]);
        (await database.RowsAsync("select name, listed_on from pages")).ShouldBe($"{address} | 2024-06-17");
        (await database.RowsAsync("select address, entity_tag, length(content_hash) from fetched_addresses"))
            .ShouldBe($"{address} | \"1\" | 32");
    }

    [Fact]
    public async Task What_lies_compressed_at_an_address_is_read_whatever_its_header_says()
    {
        var bytes = Encoding.UTF8.GetBytes(SourceAnswers.Daily("2024-06-17", "Sparse Gardens"));
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) await gzip.WriteAsync(bytes);
        await using var server = new StandInServer(request => request.Target switch
        {
            "/lies" => new StandInAnswer(200, bytes) { Headers = ["Content-Encoding: gzip", "Content-Type: image/png"] },
            "/cut" => new StandInAnswer(200, packed.ToArray()[..^20]),
            _ => new StandInAnswer(200, packed.ToArray()) { Headers = ["Content-Encoding: gzip"] },
        });

        (await ImportAsync(server, new Uri(server.Address, "/papers.gz").AbsoluteUri)).PapersAdded.ShouldBe(1);
        (await ImportAsync(server, new Uri(server.Address, "/lies").AbsoluteUri)).ProblemCount.ShouldBe(0);
        var cut = await ImportAsync(server, new Uri(server.Address, "/cut").AbsoluteUri);

        cut.Problems.ShouldHaveSingleItem().File.ShouldBe(new Uri(server.Address, "/cut").AbsoluteUri);
        cut.Pages.ShouldBe(0);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("https://:80/x")]
    public async Task What_is_no_address_is_a_problem(string text)
    {
        await using var server = new StandInServer(_ => StandInAnswer.Text("[]"));

        (await ImportAsync(server, text)).Problems.ShouldHaveSingleItem().Message.ShouldBe("This is no address that can be fetched.");
    }

    [Fact]
    public async Task Days_are_walked_and_a_walk_that_broke_off_goes_on_where_it_was()
    {
        var isBroken = true;
        await using var server = new StandInServer(request => request.Target switch
        {
            var day when day.Contains("2024-06-15", StringComparison.Ordinal) => StandInAnswer.Text("[]", "ETag: \"empty\""),
            var day when day.Contains("2024-06-16", StringComparison.Ordinal) && isBroken => StandInAnswer.Text("<html>Oops</html>"),
            var day => StandInAnswer.Text(SourceAnswers.Daily(day[^20..^10], $"Paper of {day[^20..^10]}"), $"ETag: \"{day[^20..^10]}\""),
        });

        var broken = await ImportDaysAsync(server);
        isBroken = false;
        var before = server.Requests.Count;
        var whole = await ImportDaysAsync(server);
        var again = await ImportDaysAsync(server);

        broken.PapersAdded.ShouldBe(1);
        broken.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.File.ShouldBe(new Uri(server.Address, "/api/daily_papers?date=2024-06-16&limit=100").AbsoluteUri),
            problem => problem.Message.ShouldStartWith("What lies there is not what it should be: it is not JSON, or not all of it"),
            problem => problem.Advice.ShouldEndWith("The same command goes on with this page."));
        server.Targets.Skip(before).Select(target => target[^20..^10]).ShouldBe(
            ["2024-06-16", "2024-06-17", "2024-06-14", "2024-06-15", "2024-06-16", "2024-06-17"]);
        (whole.PapersAdded, whole.ProblemCount).ShouldBe((2, 0));
        (again.Pages, again.PapersAdded).ShouldBe((4, 0));
        server.Requests.Skip(before + 2).ShouldAllBe(request => request.Header("If-None-Match") != null);
        (await database.RowsAsync("select count(*) from fetch_walks")).ShouldBe("0");
    }

    [Fact]
    public async Task A_category_is_harvested_day_by_day_and_a_forgotten_token_begins_the_day_again()
    {
        time.Advance(new DateOnly(2026, 3, 3).ToDateTime(TimeOnly.MinValue) - time.GetUtcNow().DateTime);
        var isForgotten = true;
        await using var server = new StandInServer(request =>
        {
            var target = Uri.UnescapeDataString(request.Target);
            if (target.Contains("resumptionToken=verb%3D2", StringComparison.Ordinal) && isForgotten)
            {
                isForgotten = false;
                return StandInAnswer.Text(SourceAnswers.OaiError("badResumptionToken"));
            }
            if (target.Contains("resumptionToken=", StringComparison.Ordinal))
                return StandInAnswer.Text(SourceAnswers.Records("<resumptionToken/>", ("Quiet Clocks", "2026-03-01")));
            return StandInAnswer.Text(target.Contains("from=2026-03-01", StringComparison.Ordinal)
                ? SourceAnswers.Records(
                    "<resumptionToken expirationDate='2026-03-02T00:00:00Z'>verb%3D2</resumptionToken>", ("Sparse Gardens", "2026-03-01"))
                : SourceAnswers.OaiError("noRecordsMatch"));
        });

        var result = await RunAsync(server, (fetcher, token) => fetcher.FetchArxivCategoryAsync("cs.CL", new DateOnly(2026, 3, 1), token));

        result.Problems.ShouldBeEmpty();
        result.PapersAdded.ShouldBe(2);
        const string Set = "metadataPrefix=arXivRaw&set=cs%3Acs%3ACL";
        server.Targets.ShouldBe(
        [
            $"/oai?verb=ListRecords&{Set}&from=2026-03-01&until=2026-03-01",
            "/oai?verb=ListRecords&resumptionToken=verb%253D2",
            $"/oai?verb=ListRecords&{Set}&from=2026-03-01&until=2026-03-01",
            "/oai?verb=ListRecords&resumptionToken=verb%253D2",
            $"/oai?verb=ListRecords&{Set}&from=2026-03-02&until=2026-03-02",
            $"/oai?verb=ListRecords&{Set}&from=2026-03-03&until=2026-03-03",
        ]);
    }

    [Fact]
    public async Task A_query_is_walked_by_pages_and_an_empty_page_in_the_middle_is_asked_for_again()
    {
        var asked = 0;
        await using var server = new StandInServer(request => request.Target.Contains("start=0", StringComparison.Ordinal)
            ? StandInAnswer.Text(SourceAnswers.Feed(3, "Sparse Gardens", "Rivers of Tokens"))
            : StandInAnswer.Text(++asked == 1 ? SourceAnswers.Feed(3) : SourceAnswers.Feed(3, "Quiet Clocks")));

        var result = await RunAsync(
            server, (fetcher, token) => fetcher.FetchArxivQueryAsync("ti:gardens", new DateOnly(2024, 6, 1), token));

        (result.PapersAdded, result.ProblemCount).ShouldBe((3, 0));
        Uri.UnescapeDataString(server.Targets[0]).ShouldBe(
            "/api/query?search_query=(ti:gardens) AND submittedDate:[202406010000 TO 999912312359]"
            + "&sortBy=submittedDate&sortOrder=ascending&start=0&max_results=200");
        server.Targets.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Works_are_walked_by_cursor_and_a_wrong_filter_is_told_in_the_words_of_the_server()
    {
        await using var server = new StandInServer(request => request.Target switch
        {
            var target when target.Contains("wrong", StringComparison.Ordinal) =>
                StandInAnswer.Text("""{"error": "Invalid query parameters error.", "message": "wrong is not a valid field."}"""),
            var target when target.EndsWith("cursor=%2A", StringComparison.Ordinal) =>
                StandInAnswer.Text(SourceAnswers.Works("next=1", "Sparse Gardens")),
            var target when target.EndsWith("cursor=next%3D1", StringComparison.Ordinal) =>
                StandInAnswer.Text(SourceAnswers.Works("next=2", "Rivers of Tokens")),
            _ => StandInAnswer.Text(SourceAnswers.Works(null)),
        });

        var right = await RunAsync(server, (fetcher, token) => fetcher.FetchOpenAlexAsync("title.search:gardens", token));
        var wrong = await RunAsync(server, (fetcher, token) => fetcher.FetchOpenAlexAsync("wrong:1", token));

        (right.Pages, right.PapersAdded, right.ProblemCount).ShouldBe((3, 2, 0));
        wrong.Problems.ShouldHaveSingleItem().Words.ShouldBe("wrong is not a valid field.");
    }

    [Fact]
    public async Task A_cursor_that_was_forgotten_since_begins_the_walk_again()
    {
        var (isBroken, isForgotten) = (true, false);
        await using var server = new StandInServer(request => request.Target.EndsWith("cursor=%2A", StringComparison.Ordinal)
            ? StandInAnswer.Text(SourceAnswers.Works(isForgotten ? "new" : "old", "Sparse Gardens"))
            : request.Target.EndsWith("cursor=old", StringComparison.Ordinal)
                ? StandInAnswer.Failure(isBroken ? 403 : 400, "Cursor is invalid.")
                : StandInAnswer.Text(SourceAnswers.Works(null, "Rivers of Tokens")));

        var broken = await RunAsync(server, (fetcher, token) => fetcher.FetchOpenAlexAsync("x:1", token));
        (isBroken, isForgotten) = (false, true);
        var whole = await RunAsync(server, (fetcher, token) => fetcher.FetchOpenAlexAsync("x:1", token));

        (broken.PapersAdded, broken.ProblemCount).ShouldBe((1, 1));
        (whole.PapersAdded, whole.ProblemCount).ShouldBe((1, 0));
        server.Targets.Select(target => target.Split("cursor=")[1]).ShouldBe(["%2A", "old", "old", "%2A", "new"]);
    }

    [Fact]
    public async Task A_server_that_leads_in_a_circle_is_left()
    {
        await using var server = new StandInServer(_ => StandInAnswer.Text(SourceAnswers.Works("*", "Sparse Gardens")));

        var result = await RunAsync(server, (fetcher, token) => fetcher.FetchOpenAlexAsync("x:1", token));

        (result.PapersAdded, server.Requests.Count).ShouldBe((1, 1));
        result.Problems.ShouldHaveSingleItem().Advice.ShouldBe("The server leads in a circle; what it gave is stored.");
    }

    [Fact]
    public async Task Programs_over_one_database_take_turns_to_ask_a_host()
    {
        await using var server = new StandInServer(_ => StandInAnswer.Text(SourceAnswers.Works(null, "Sparse Gardens")));
        await using var fetcher = Fetcher(server, new ImportOptions());
        Task<ImportSource> fetching;
        await using (await HostLock.TakeAsync(database.DataSource, "another.example", CancellationToken.None))
        await using (await HostLock.TakeAsync(database.DataSource, server.Address.Host, CancellationToken.None))
        {
            fetching = fetcher.FetchAsync(server.Address.AbsoluteUri, CancellationToken.None);
            while (await CountLocksAsync(areGranted: false) == "0") await Task.Yield();
            server.Requests.ShouldBeEmpty();
        }

        (await fetching).Problem.ShouldBeNull();
        await fetcher.DisposeAsync();
        await using var next = await HostLock.TakeAsync(database.DataSource, server.Address.Host, CancellationToken.None);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_for_a_host_leaves_no_lock_behind()
    {
        await using (await HostLock.TakeAsync(database.DataSource, "a.example", CancellationToken.None))
        {
            using var stopping = new CancellationTokenSource();
            var waiting = HostLock.TakeAsync(database.DataSource, "A.example", stopping.Token);
            while (await CountLocksAsync(areGranted: false) == "0") await Task.Yield();
            await stopping.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        }

        (await CountLocksAsync(areGranted: true)).ShouldBe("0");
    }

    [Fact]
    public async Task A_walk_that_nobody_went_on_with_for_a_month_is_forgotten()
    {
        await using var server = new StandInServer(request => request.Target.EndsWith("cursor=%2A", StringComparison.Ordinal)
            ? StandInAnswer.Text(SourceAnswers.Works("next", "Sparse Gardens"))
            : StandInAnswer.Failure(403));
        Task WalkAsync(string filter) => RunAsync(server, (fetcher, token) => fetcher.FetchOpenAlexAsync(filter, token));

        await WalkAsync("x:1");
        time.Advance(TimeSpan.FromDays(29));
        await WalkAsync("x:2");
        (await database.RowsAsync("select count(*) from fetch_walks")).ShouldBe("2");
        time.Advance(TimeSpan.FromDays(2));
        await WalkAsync("x:3");

        (await database.RowsAsync("select right(name, 3) from fetch_walks order by 1")).ShouldBe("x:2\nx:3");
    }

    [Fact]
    public async Task A_list_of_ids_brings_their_papers_and_tells_the_line_of_each_that_nobody_knows()
    {
        await using var server = new StandInServer(request => request.Target switch
        {
            var target when target.StartsWith("/api/query", StringComparison.Ordinal) =>
                StandInAnswer.Text(SourceAnswers.Feed(1, "Sparse Gardens")),
            var target when target.StartsWith("/works", StringComparison.Ordinal) =>
                StandInAnswer.Text(SourceAnswers.Works(null, "Rivers of Tokens")),
            _ => StandInAnswer.Failure(404, """{"error": "Paper not found"}"""),
        });
        var list = ImportSource.Text("ids.txt", $"""
            # what we read
            arXiv:{SourceAnswers.ArxivId("Sparse Gardens")}v2
            https://doi.org/{SourceAnswers.Doi("Rivers of Tokens").ToUpperInvariant()}
            2406.00001, 10.1000/nobody
            10.5555/12345
            CorpusId:1234
            no id at all
            """);

        var result = await RunAsync(server, (_, _) => new[] { list }.ToAsyncEnumerable());

        result.PapersAdded.ShouldBe(2);
        result.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Words}: {problem.Message}").Order().ShouldBe(
        [
            "ids.txt:4 10.1000/nobody: 127.0.0.1 knows no paper by this id.",
            "ids.txt:4 2406.00001: 127.0.0.1 knows no paper by this id.",
            "ids.txt:5 10.5555/12345: This DOI is a placeholder, which leads to no paper.",
            "ids.txt:6 CorpusId:1234: 127.0.0.1 knows no paper by this id.",
            "ids.txt:7 no id at all: This is no id of a paper.",
        ]);
        server.Targets[0].ShouldStartWith("/api/query?id_list=");
    }

    [Fact]
    public async Task A_paper_that_is_asked_for_by_another_id_than_its_own_is_known()
    {
        await using var server = new StandInServer(request => request.Target.Contains("/PMID:29456894?", StringComparison.Ordinal)
            ? StandInAnswer.Text($$"""{"paperId": "{{new string('a', 40)}}", "title": "Sparse Gardens"}""")
            : StandInAnswer.Failure(404, """{"error": "Paper not found"}"""));
        var list = ImportSource.Text("ids.txt", "PMID: 29456894\nhttps://pubmed.ncbi.nlm.nih.gov/1/");

        var result = await RunAsync(server, (_, _) => new[] { list }.ToAsyncEnumerable());

        result.PapersAdded.ShouldBe(1);
        result.Problems.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_broke_off_goes_on_with_the_part_that_failed()
    {
        var isBroken = true;
        await using var server = new StandInServer(request => request.Target switch
        {
            var target when target.StartsWith("/api/query", StringComparison.Ordinal) =>
                StandInAnswer.Text(SourceAnswers.Feed(1, "Sparse Gardens")),
            _ => isBroken ? StandInAnswer.Failure(403, "no") : StandInAnswer.Text(SourceAnswers.Works(null, "Rivers of Tokens")),
        });
        IAsyncEnumerable<ImportSource> List() => new[]
        {
            ImportSource.Text("ids.txt", $"{SourceAnswers.ArxivId("Sparse Gardens")}\n{SourceAnswers.Doi("Rivers of Tokens")}"),
        }.ToAsyncEnumerable();

        var broken = await RunAsync(server, (_, _) => List());
        isBroken = false;
        var whole = await RunAsync(server, (_, _) => List());

        broken.Problems.ShouldHaveSingleItem().Line.ShouldBe(2);
        (whole.PapersAdded, whole.ProblemCount).ShouldBe((1, 0));
        server.Targets.Count(target => target.StartsWith("/api/query", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>Whatever a server does: pages come whole and in their order, and where one is missing a problem names it.</summary>
    [Fact]
    public async Task Any_sequence_of_failures_gives_whole_pages_and_then_a_problem_that_names_the_address()
    {
        string[] undisturbed = ["Sparse Gardens", "Rivers of Tokens", "Quiet Clocks", "Late Rain"];
        var (whole, broken) = (0, 0);
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var failing = random.NextDouble();
            await using var server = new StandInServer(request =>
            {
                var cursor = request.Target.Split("cursor=")[1];
                var page = cursor == "%2A" ? 0 : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture);
                var right = StandInAnswer.Text(page == 0
                    ? SourceAnswers.Works("1", undisturbed[..2])
                    : page == 1 ? SourceAnswers.Works("2", undisturbed[2..3]) : SourceAnswers.Works(null, undisturbed[3..]));
                lock (random) return random.NextDouble() < failing ? Wrong(random, request, right) : right;
            });
            await using var fetcher = Fetcher(server, new ImportOptions());
            var titles = new List<string>();
            var problems = new List<ReadProblem>();
            await foreach (var source in fetcher.FetchOpenAlexAsync("x:1", CancellationToken.None))
            {
                await foreach (var item in source.ReadAsync(new ImportOptions(), CancellationToken.None))
                {
                    if (item is PaperRecord { Paper: var paper }) titles.Add(paper.Title);
                    if (item is ReadProblem problem) problems.Add(problem);
                }
            }

            titles.Count.ShouldBeOneOf(0, 2, 3, 4);
            string.Join('|', titles).ShouldBe(string.Join('|', undisturbed[..titles.Count]), $"seed {seed}");
            if (titles.Count == 4) problems.ShouldBeEmpty();
            else problems.ShouldHaveSingleItem().File.ShouldBe(new Uri(server.Address, server.Targets[^1]).AbsoluteUri);
            if (titles.Count == 4) whole++;
            else broken++;
        }
        whole.ShouldBeGreaterThan(20);
        broken.ShouldBeGreaterThan(20);
    }

    private static StandInAnswer Wrong(Random random, StandInRequest request, StandInAnswer right) => random.Next(9) switch
    {
        0 => StandInAnswer.Failure(500),
        1 => StandInAnswer.Failure(429, "", "Retry-After: 3"),
        2 => StandInAnswer.Failure(503, "busy", "Retry-After: 90000"),
        3 => right.CutAfter(random.Next(right.Body.Length)),
        4 => right with { Body = right.Body[..random.Next(right.Body.Length)] },
        5 => right with { Body = right.Body[..random.Next(right.Body.Length)], StatedLength = -1 },
        6 => StandInAnswer.Text("<!doctype html><title>Oops</title>", "Content-Type: application/json"),
        7 => StandInAnswer.Redirect(request.Target),
        _ => StandInAnswer.Failure(404),
    };

    private Task<string> CountLocksAsync(bool areGranted) => database.RowsAsync($"""
        select count(*)
        from pg_locks
        where locktype = 'advisory' and granted = {areGranted}
            and database = (select oid from pg_database where datname = current_database())
        """);

    private PaperFetcher Fetcher(StandInServer server, ImportOptions options) => new(
        database.DataSource,
        options,
        new FetchOptions
        {
            HuggingFace = server.Address,
            Arxiv = server.Address,
            ArxivOai = new Uri(server.Address, "/oai"),
            OpenAlex = server.Address,
            SemanticScholar = server.Address,
            MaxSilence = TimeSpan.FromMinutes(59),
        },
        time);

    private Task<ImportResult> ImportDaysAsync(StandInServer server) => RunAsync(
        server, (fetcher, token) => fetcher.FetchDailyAsync(new DateOnly(2024, 6, 14), new DateOnly(2024, 6, 17), token));

    private Task<ImportResult> ImportAsync(StandInServer server, string address, ImportOptions? options = null) =>
        RunAsync(server, (fetcher, token) => OneAsync(fetcher, address, token), options);

    private static async IAsyncEnumerable<ImportSource> OneAsync(
        PaperFetcher fetcher, string address,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await fetcher.FetchAsync(address, cancellationToken);
    }

    private async Task<ImportResult> RunAsync(
        StandInServer server,
        Func<PaperFetcher, CancellationToken, IAsyncEnumerable<ImportSource>> sources,
        ImportOptions? options = null)
    {
        options ??= new ImportOptions();
        await using var fetcher = Fetcher(server, options);
        return await new Importer(database.DataSource, time) { LookUp = fetcher.FetchPapersAsync }
            .ImportAsync(sources(fetcher, CancellationToken.None), ["fetched"], options, progress: null, CancellationToken.None);
    }
}
