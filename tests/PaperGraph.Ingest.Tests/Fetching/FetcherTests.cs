using System.Security.Cryptography;
using System.Text;
using PaperGraph.Data.Fetching;
using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Ingest.Tests.Fetching;

public sealed class FetcherTests
{
    private const string Path = "/papers.json";

    private readonly ImmediateTime time = new();

    [Fact]
    public async Task An_answer_comes_whole_with_what_the_server_says_of_it()
    {
        await using var server = new StandInServer(_ => StandInAnswer.Text(
            "[]", "ETag: \"e1\"", "Last-Modified: Mon, 02 Mar 2026 08:00:00 GMT", "Content-Type: text/html"));

        await using var fetched = await FetchAsync(server, new FetchOptions { Contact = "ada@example.org (lab)" });

        (await ReadAsync(fetched)).ShouldBe("[]");
        fetched.Content!.EntityTag.ShouldBe("\"e1\"");
        fetched.Content.LastModified.ShouldBe(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        fetched.Content.ContentHash.ToArray().ShouldBe(SHA256.HashData("[]"u8));
        server.Requests.Single().Header("User-Agent")!.ShouldMatch(@"^PaperGraph/\d+\.\d+ \(ada@example\.orglab\)$");
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again_after_longer_and_longer_pauses()
    {
        var asked = 0;
        await using var server = new StandInServer(_ => ++asked < 4 ? StandInAnswer.Failure(500) : StandInAnswer.Text("[]"));

        await using var fetched = await FetchAsync(server);

        (await ReadAsync(fetched)).ShouldBe("[]");
        server.Requests.Count.ShouldBe(4);
        time.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)).Count().ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_server_that_says_when_to_come_again_is_obeyed()
    {
        var asked = 0;
        await using var server = new StandInServer(
            _ => ++asked == 1 ? StandInAnswer.Failure(429, "", "Retry-After: 97") : StandInAnswer.Text("[]"));

        await using var fetched = await FetchAsync(server);

        fetched.Failure.ShouldBeNull();
        time.Waits.ShouldContain(TimeSpan.FromSeconds(97));
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_for_hours_is_and_a_person_is_told()
    {
        await using var server = new StandInServer(
            _ => StandInAnswer.Failure(429, "{\"message\": \"Budget  is spent.\"}", "Retry-After: 28800"));

        await using var fetched = await FetchAsync(server);

        (fetched.Failure!.Message, fetched.Failure.Advice, fetched.Failure.Words).ShouldBe((
            "127.0.0.1 wants no more requests for now (status 429).",
            "Come back in 8 hours: 2026-03-02 20:00 UTC. What was stored before is kept.",
            "{\"message\": \"Budget is spent.\"}"));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_fails_for_good_is_told_with_the_last_answer_and_its_host_left_alone()
    {
        await using var server = new StandInServer(_ => StandInAnswer.Failure(503, "<html>busy</html>"));
        await using var fetcher = new Fetcher(Options(), time);

        var first = await fetcher.FetchAsync(new Uri(server.Address, Path), known: null, CancellationToken.None);
        await fetcher.FetchAsync(new Uri(server.Address, "/2"), known: null, CancellationToken.None);
        var asked = server.Requests.Count;
        var third = await fetcher.FetchAsync(new Uri(server.Address, "/3"), known: null, CancellationToken.None);

        (first.Failure!.Message, first.Failure.Advice, first.Failure.Words).ShouldBe((
            "127.0.0.1 answered with status 503 however often it was asked.", "Try again later; what was stored before is kept.", ""));
        third.Failure!.Message.ShouldBe("127.0.0.1 has failed again and again, and is left alone for some minutes.");
        server.Requests.Count.ShouldBe(asked);
    }

    [Theory]
    [InlineData(404, "There is nothing at this address (status 404).")]
    [InlineData(403, "127.0.0.1 does not give this to everybody (status 403).")]
    [InlineData(400, "127.0.0.1 answered with status 400.")]
    [InlineData(304, "127.0.0.1 answered with status 304.")]
    [InlineData(204, "127.0.0.1 answered with status 204.")]
    public async Task What_asking_again_does_not_mend_is_asked_once(int status, string message)
    {
        await using var server = new StandInServer(_ => StandInAnswer.Failure(status));

        (await FetchAsync(server)).Failure!.Message.ShouldBe(message);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_asked_for_again_and_never_taken()
    {
        var asked = 0;
        await using var server = new StandInServer(
            _ => ++asked < 3 ? StandInAnswer.Text("[1, 2]").CutAfter(3) : StandInAnswer.Text("[1, 2]"));
        await using var always = new StandInServer(_ => StandInAnswer.Text("[1, 2]").CutAfter(3));

        (await ReadAsync(await FetchAsync(server))).ShouldBe("[1, 2]");
        (await FetchAsync(always)).Failure!.Message.ShouldBe(
            "127.0.0.1 did not answer as it should, 6 times: the answer was cut off.");
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_given_up()
    {
        var silence = TimeSpan.FromMinutes(59);
        await using var server = new StandInServer(_ => StandInAnswer.Text("") with { IsSilent = true });
        await using var fetcher = new Fetcher(Options(), new ImmediateTime(passes: silence));

        var fetched = await fetcher.FetchAsync(new Uri(server.Address, Path), known: null, CancellationToken.None);

        fetched.Failure!.Message.ShouldBe("127.0.0.1 did not answer as it should, 6 times: no answer came for 3540 seconds.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_is_too_long_is_not_taken_whatever_it_says_of_its_length(bool isStated)
    {
        await using var server = new StandInServer(_ => isStated
            ? StandInAnswer.Text("[]") with { StatedLength = 5_000_000 }
            : StandInAnswer.Text(new string('[', 1_000)) with { IsEndless = true });

        var fetched = await FetchAsync(server, new FetchOptions { MaxSize = 2 << 20 });

        fetched.Failure!.Message.ShouldBe("127.0.0.1 sends more than 2 MiB for this address.");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Redirections_are_followed_some_way_and_take_no_key_along()
    {
        await using var elsewhere = new StandInServer(_ => StandInAnswer.Text("[]"));
        await using var server = new StandInServer(request =>
            request.Target == Path ? StandInAnswer.Redirect("/next") : StandInAnswer.Redirect(elsewhere.Address.AbsoluteUri));
        await using var circle = new StandInServer(_ => StandInAnswer.Redirect(Path));
        var keyed = new FetchOptions { SemanticScholar = server.Address, SemanticScholarKey = "secret" };

        (await ReadAsync(await FetchAsync(server, keyed))).ShouldBe("[]");
        (await FetchAsync(circle)).Failure!.Message.ShouldBe($"It leads on to another address more than 5 times, now to {Path}.");

        server.Requests.ShouldAllBe(request => request.Header("x-api-key") == "secret");
        elsewhere.Requests.Single().Header("x-api-key").ShouldBeNull();
        circle.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/papers")]
    [InlineData("http://ada:secret@127.0.0.1/papers")]
    public async Task A_redirection_leads_nowhere_but_to_the_web(string location)
    {
        await using var server = new StandInServer(_ => StandInAnswer.Redirect(location));

        (await FetchAsync(server)).Failure.ShouldNotBeNull();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_news_are_asked_for_of_what_is_known()
    {
        var known = new KnownAddress("\"e1\"", new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), SHA256.HashData("[]"u8), Reading: 0);
        await using var server = new StandInServer(request =>
            request.Header("If-None-Match") == "\"e1\"" ? StandInAnswer.Failure(304) : StandInAnswer.Text("[]"));
        await using var careless = new StandInServer(_ => StandInAnswer.Text("[]"));

        (await FetchAsync(server, known: known)).IsUnmodified.ShouldBeTrue();
        (await FetchAsync(careless, known: known)).IsUnmodified.ShouldBeTrue();
        (await FetchAsync(careless)).IsUnmodified.ShouldBeFalse();

        server.Requests.Single().Header("If-Modified-Since").ShouldBe("Mon, 02 Mar 2026 08:00:00 GMT");
    }

    [Fact]
    public async Task One_request_at_a_time_goes_to_a_host_and_pauses_lie_between()
    {
        await using var server = new StandInServer(_ => StandInAnswer.Text("[]"));
        await using var fetcher = new Fetcher(Options(), time);

        var all = Enumerable.Range(0, 8).Select(i => fetcher.FetchAsync(new Uri(server.Address, $"/{i}"), null, CancellationToken.None));
        await Task.WhenAll(all);

        server.MostAtOnce.ShouldBe(1);
        time.Waits.Count(wait => wait == TimeSpan.FromSeconds(1)).ShouldBe(8, "a turn ends with the pause behind it");
    }

    [Theory]
    [InlineData("export.arxiv.org", 3)]
    [InlineData("arxiv.org", 3)]
    [InlineData("api.openalex.org", 0.1)]
    [InlineData("api.semanticscholar.org", 1)]
    [InlineData("huggingface.co", 0.6)]
    [InlineData("notarxiv.org", 7)]
    public void Pauses_are_those_that_sources_publish(string host, double seconds) =>
        HostPauses.Of(host, new FetchOptions { Pause = TimeSpan.FromSeconds(7) }).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task OpenAlex_is_told_who_asks_and_nobody_stores_it()
    {
        await using var server = new StandInServer(_ => StandInAnswer.Text("[]"));

        await using var fetched = await FetchAsync(
            server, new FetchOptions { OpenAlex = server.Address, OpenAlexKey = "secret", Contact = "ada@example.org" });

        server.Targets.ShouldBe([$"{Path}?mailto=ada%40example.org&api_key=secret"]);
        fetched.Content!.Address.ShouldBe(new Uri(server.Address, Path).AbsoluteUri);
    }

    private static FetchOptions Options(FetchOptions? options = null)
    {
        options ??= new FetchOptions();
        options.MaxSilence = TimeSpan.FromMinutes(59);
        return options;
    }

    private static async Task<string> ReadAsync(Fetched fetched)
    {
        fetched.Failure.ShouldBeNull();
        using var reader = new StreamReader(fetched.Body!, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private async Task<Fetched> FetchAsync(StandInServer server, FetchOptions? options = null, KnownAddress? known = null)
    {
        await using var fetcher = new Fetcher(Options(options), time);
        return await fetcher.FetchAsync(new Uri(server.Address, Path), known, CancellationToken.None);
    }
}
