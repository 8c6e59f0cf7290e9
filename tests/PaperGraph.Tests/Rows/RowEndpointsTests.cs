using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaperGraph.GraphQL.Http;
using PaperGraph.Rows;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.Rows;

public sealed class RowEndpointsTests(SampleSite server) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("months", "/data/groups.csv?by=MONTH&from=2023-01-01&to=2023-12-31")]
    [InlineData("topics-years", "/data/groups.csv?by=TOPIC_FIRST_LEVEL,YEAR&measures=papers,organizations&order=PAPERS,KEY:ASC&first=9")]
    [InlineData("concepts", "/data/groups.json?by=CONCEPT&hasCode=true&having=papers>=8&measures=papers,shareWithCode,authors&first=5")]
    [InlineData("code", "/data/groups.json?by=has_code&concept=Transformer&concept=Diffusion Models")]
    [InlineData("papers", "/data/papers.csv?organization=OpenAI&order=PUBLISHED_ON:ASC")]
    [InlineData("papers-by-words", "/data/papers.json?text=attention&columns=title,publishedOn,authors,concepts&first=3")]
    [InlineData("no-papers", "/data/papers.csv?from=1950-01-01&to=1950-12-31")]
    public async Task Rows_are_those_of_the_graph(string name, string address) => Snapshot.Match(await server.TextAsync(address), name);

    [Fact]
    public async Task Rows_are_as_many_as_GraphQL_counts()
    {
        var concepts = (await server.AskAsync("{ concepts(first: 8) { nodes { name } } }")).GetProperty("concepts").GetProperty("nodes");
        var random = new Random(11);
        foreach (var concept in concepts.EnumerateArray().Select(node => node.GetProperty("name").GetString()!))
        {
            var hasCode = random.Next(2) == 0;
            var year = random.Next(2014, 2024);
            var since = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
            var where = new
            {
                concepts = new { any = new[] { concept } },
                hasCode,
                publishedOn = new { from = $"{year}-01-01" },
            };
            var counted = await server.AskAsync(
                """
                query ($where: PaperFilter) {
                  papers(where: $where) { totalCount }
                  paperGroups(by: [TOPIC], where: $where) { groupCount }
                }
                """,
                new { where });
            var filter = $"concept={Uri.EscapeDataString(concept)}&hasCode={(hasCode ? "true" : "false")}&from={since}";

            (await server.JsonAsync($"/data/papers.json?{filter}&first=5000")).GetArrayLength()
                .ShouldBe(counted.GetProperty("papers").GetProperty("totalCount").GetInt32(), filter);
            (await server.JsonAsync($"/data/groups.json?by=TOPIC&{filter}")).GetArrayLength()
                .ShouldBe(counted.GetProperty("paperGroups").GetProperty("groupCount").GetInt32(), filter);
        }
    }

    [Theory]
    [InlineData("hasCode")]
    [InlineData("hasResults")]
    [InlineData("isWithdrawn")]
    public async Task Conditions_that_hold_or_do_not_are_those_of_GraphQL(string name)
    {
        foreach (var value in new[] { "true", "false" })
        {
            var counted = await server.AskAsync($"{{ papers(where: {{ {name}: {value} }}) {{ totalCount }} }}");

            (await server.JsonAsync($"/data/papers.json?{name}={value}&first=5000")).GetArrayLength()
                .ShouldBe(counted.GetProperty("papers").GetProperty("totalCount").GetInt32(), $"{name}={value}");
        }
    }

    [Fact]
    public async Task Pages_lead_to_all_rows_by_their_links()
    {
        const string columns = "columns=slug,title,concepts";
        var all = Csv.Read(await server.TextAsync($"/data/papers.csv?{columns}&first=5000"));
        var followed = new List<string[]>();
        var address = $"/data/papers.csv?{columns}&first=7";
        while (address is not null)
        {
            using var response = await server.SendAsync(address);
            followed.AddRange(Csv.Read(await response.Content.ReadAsStringAsync()).Skip(1));
            address = response.Headers.TryGetValues("Link", out var links) ? links.Single()[1..].Split('>')[0] : null;
        }

        all.Count.ShouldBeGreaterThan(60);
        followed.ShouldBe(all.Skip(1));
    }

    [Fact]
    public async Task How_many_groups_there_are_is_told_where_some_are_cut_off()
    {
        using var response = await server.SendAsync("/data/groups.csv?by=CONCEPT&first=2");

        Csv.Read(await response.Content.ReadAsStringAsync()).Count.ShouldBe(3);
        int.Parse(response.Headers.GetValues("X-Total-Count").Single(), null).ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("/data/groups.csv", "by", "by has 0 dimensions; give one, or two different ones.")]
    [InlineData("/data/groups.csv?by=CENTURY", "by", "by has \"CENTURY\", which is none that it can have.")]
    [InlineData("/data/groups.csv?by=MONTH,PUBLISHED_MONTH", "by", "by has 2 dimensions; give one, or two different ones.")]
    [InlineData("/data/groups.csv?by=MONTH&first=1001", "first", "first is \"1001\"; give a whole number from 1 to 1000.")]
    [InlineData("/data/groups.csv?by=MONTH&measures=stars", "measures", "measures has \"stars\", which is none that it can have.")]
    [InlineData("/data/groups.csv?by=MONTH&order=PAPERS:UP", "order", "order has \"UP\", which is none that it can have.")]
    [InlineData("/data/groups.csv?by=MONTH&having=papers", "having",
        "having is \"papers\"; give a measure, >= or <= or =, and a number, as in papers>=5.")]
    [InlineData("/data/groups.csv?by=MONTH&having=papers>=1.5", "having",
        "having is \"papers>=1.5\"; give a whole number up to 2147483647 for papers.")]
    [InlineData("/data/groups.csv?by=MONTH&order=KEY2", "order",
        "`order` orders by KEY2 where there is one dimension; name a second in `by`.")]
    [InlineData("/data/papers.csv?order=RELEVANCE", "order",
        "`order` is by RELEVANCE, which there is of a text alone: give `text` too.")]
    [InlineData("/data/papers.csv?after=abc", "after", "after is \"abc\"; give the one in the header Link of rows of this order.")]
    [InlineData("/data/papers.csv?after=a&after=b", "after", "after is given 2 times; give it once.")]
    [InlineData("/data/papers.csv?minUpvotes=9999999999", "minUpvotes",
        "minUpvotes is \"9999999999\"; give a whole number from 0 to 2147483647.")]
    [InlineData("/data/papers.csv?from=999999999999999", "from",
        "from is \"999999999999999\"; give a day, as in 2025-06-18, or milliseconds since 1970.")]
    [InlineData("/data/papers.csv?importedFrom=2025-06-18", "importedFrom",
        "importedFrom is \"2025-06-18\"; "
        + "give a moment, as in 2025-06-18T09:30:00Z or 2025-06-18T11:30:00%2B02:00, or milliseconds since 1970.")]
    [InlineData("/data/groups.csv?by=MONTH&colour=red", "colour", "There is no parameter colour.")]
    [InlineData("/data/papers.csv?by=MONTH", "by", "There is no parameter by.")]
    [InlineData("/data/papers.csv?first=0", "first", "first is \"0\"; give a whole number from 1 to 5000.")]
    [InlineData("/data/papers.csv?hasCode=yes", "hasCode", "hasCode is \"yes\"; give true or false.")]
    [InlineData("/data/papers.csv?from=June", "from", "from is \"June\"; give a day, as in 2025-06-18, or milliseconds since 1970.")]
    [InlineData("/data/papers.csv?to=2024-01-01&to=2025-01-01", "to", "to is given 2 times; give it once.")]
    [InlineData("/data/papers.json?columns=title,stars", "columns", "columns has \"stars\", which is none that it can have.")]
    public async Task What_is_wrong_is_told_by_the_name_of_the_parameter(string address, string parameter, string detail)
    {
        using var response = await server.SendAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("detail").GetString().ShouldBe(detail);
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
    }

    [Theory]
    [InlineData("/data/groups.csv?by=CENTURY", "MONTH")]
    [InlineData("/data/groups.csv?by=MONTH&measures=stars", "shareWithCode")]
    [InlineData("/data/papers.csv?colour=red", "hasCode")]
    [InlineData("/data/papers.csv?order=BEAUTY", "UPVOTE_COUNT")]
    [InlineData("/data/papers.csv?organization=OpenAl", "OpenAI")]
    public async Task What_may_be_given_is_told(string address, string allowed)
    {
        using var response = await server.SendAsync(address);

        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("allowed").EnumerateArray().Select(item => item.GetString()).ShouldContain(allowed, problem.ToString());
    }

    [Fact]
    public async Task Whatever_is_given_is_answered_or_told_to_be_wrong()
    {
        string[] names =
        [
            "by", "first", "order", "having", "measures", "columns", "after", "concept", "topic", "organization", "author", "repository",
            "source", "text", "from", "to", "importedFrom", "minUpvotes", "conceptKind", "hasResults", "bom", "x",
        ];
        string[] pieces =
            ["\0", "%", "\"", "'", "=", ",", ":", "🦜", "-1", "1e9", "99999999999999999999", "]}", "null", "a", "MONTH", " "];
        var random = new Random(7);
        for (var i = 0; i < 150; i++)
        {
            var parameters = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
                $"{names[random.Next(names.Length)]}={Uri.EscapeDataString(string.Concat(random.GetItems(pieces, random.Next(1, 5))))}");
            var address = $"/data/{(i % 2 == 0 ? "groups" : "papers")}.csv?{string.Join('&', parameters)}";

            using var response = await server.SendAsync(address);

            response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
            // Nobody who writes an address knows of the variables that it is made into.
            if (response.IsSuccessStatusCode) continue;
            (await response.Content.ReadAsStringAsync()).ShouldNotContain("Variable", Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task Rows_that_the_client_has_are_not_sent_again()
    {
        const string address = "/data/groups.csv?by=MONTH";
        using var first = await server.SendAsync(address);
        var tag = first.Headers.ETag!.ToString();
        using var again = await server.SendAsync(address, headers: ("If-None-Match", tag));
        using var other = await server.SendAsync("/data/groups.csv?by=YEAR", headers: ("If-None-Match", tag));

        first.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        first.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8; header=present");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_head_has_all_but_the_rows()
    {
        using var response = await server.SendAsync("/data/papers.json?first=3", HttpMethod.Head);

        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        response.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(100);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_allowed_sites_may_read_rows_and_their_headers()
    {
        using var allowed = await server.SendAsync("/data/groups.json?by=YEAR", headers: ("Origin", SampleSite.AllowedOrigin));
        using var other = await server.SendAsync("/data/groups.json?by=YEAR", headers: ("Origin", "https://other.example.org"));

        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([SampleSite.AllowedOrigin]);
        allowed.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldBe("ETag,Retry-After,Link,X-Total-Count");
        other.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task A_byte_order_mark_is_sent_where_it_is_asked_for()
    {
        using var with = await server.SendAsync("/data/groups.csv?by=YEAR&bom=true");
        using var without = await server.SendAsync("/data/groups.csv?by=YEAR");

        (await with.Content.ReadAsByteArrayAsync())[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        (await without.Content.ReadAsByteArrayAsync())[..3].ShouldBe("key"u8.ToArray());
    }

    [Fact]
    public async Task Where_only_persisted_documents_are_answered_there_are_no_rows()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.Configure<GraphQLHttpOptions>(options => options.OnlyPersistedDocuments = true);
        await using var app = builder.Build();

        RowEndpoints.Map(app);

        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_are_read_and_not_written()
    {
        using var response = await server.SendAsync("/data/papers.csv", HttpMethod.Post);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
