using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PaperGraph.Data;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.NodePages;

/// <summary>The pages of the sample's nodes as a browser without scripts gets them.</summary>
public sealed class NodePageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("/paper/2312.00752", "Mamba: Linear-Time Sequence Modeling with Selective State Spaces", "ScholarlyArticle")]
    [InlineData("/concept/transformer", "Transformer", "DefinedTerm")]
    [InlineData("/organization/openai", "OpenAI", "Organization")]
    [InlineData("/topic/vision", "Computer Vision", "DefinedTerm")]
    [InlineData("/author/tri-dao", "Tri Dao", "Person")]
    [InlineData("/repository/github.com/state-spaces/mamba", "state-spaces/mamba", "SoftwareSourceCode")]
    public async Task A_page_tells_people_and_programs_what_it_is_of(string address, string title, string type)
    {
        var page = await OpenAsync(address);
        var full = site.Address + address;

        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.Title.ShouldBe($"{title} · PaperGraph");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe(full);
        Property(page, "og:title").ShouldBe(title);
        Property(page, "og:url").ShouldBe(full);
        Property(page, "og:description").ShouldNotBeNullOrEmpty();
        page.QuerySelectorAll(".papers li").ShouldNotBeEmpty();
        page.QuerySelector(".actions a")!.GetAttribute("href").ShouldStartWith("/explore?of=");

        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        data.RootElement.GetProperty("@context").GetString().ShouldBe("https://schema.org");
        data.RootElement.GetProperty("@type").GetString().ShouldBe(type);
        data.RootElement.GetProperty("@id").GetString().ShouldBe(full);
    }

    [Fact]
    public async Task The_picture_of_a_shared_address_is_there_and_as_large_as_it_says()
    {
        var page = await OpenAsync("/concept/transformer");
        var image = new Uri(Property(page, "og:image")!);

        using var response = await site.SendAsync(image.AbsolutePath);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        var header = (await response.Content.ReadAsByteArrayAsync()).AsMemory(16, 8);
        Told("og:image:width").ShouldBe(BinaryPrimitives.ReadInt32BigEndian(header.Span));
        Told("og:image:height").ShouldBe(BinaryPrimitives.ReadInt32BigEndian(header.Span[4..]));

        int Told(string name) => int.Parse(Property(page, name)!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_text_of_a_paper_is_the_stored_one_with_its_concepts_marked_in_their_places()
    {
        var page = await OpenAsync("/paper/2312.00752");
        var answer = await site.AskAsync("""
            {
              paper(by: { slug: "2312.00752" }) {
                title abstract concepts(first: 100) { edges { node { slug } evidence { field quote } } }
              }
            }
            """);
        var paper = answer.GetProperty("paper");

        page.QuerySelector("h1")!.TextContent.ShouldBe(paper.GetProperty("title").GetString());
        page.QuerySelector(".abstract")!.TextContent.ShouldBe(paper.GetProperty("abstract").GetString());
        var marks = page.QuerySelectorAll(".abstract mark a");
        marks.Length.ShouldBeGreaterThan(3);
        foreach (var mark in marks)
        {
            var concept = paper.GetProperty("concepts").GetProperty("edges").EnumerateArray()
                .Single(edge => mark.GetAttribute("href") == $"/concept/{edge.GetProperty("node").GetProperty("slug").GetString()}");
            concept.GetProperty("evidence").EnumerateArray().Select(evidence => evidence.GetProperty("quote").GetString())
                .ShouldContain(mark.TextContent);
        }
    }

    [Fact]
    public async Task Related_papers_come_with_reasons_and_their_words()
    {
        var first = (await OpenAsync("/paper/2312.00752")).QuerySelector(".papers li")!;

        first.QuerySelector(".title a")!.GetAttribute("href").ShouldStartWith("/paper/");
        first.QuerySelectorAll(".reasons li").ShouldNotBeEmpty();
        first.QuerySelectorAll(".reasons q").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Papers_of_a_concept_show_the_words_that_name_it()
    {
        var entries = (await OpenAsync("/concept/transformer")).QuerySelectorAll(".papers > li");

        entries.ShouldAllBe(entry => entry.QuerySelector("blockquote mark") != null);
    }

    [Fact]
    public async Task The_parts_of_a_list_are_all_its_papers_and_lead_back()
    {
        var all = new List<string>();
        var page = await OpenAsync("/topic/machine-learning");
        var count = page.QuerySelector("#list")!.TextContent;
        string? last = null;
        while (true)
        {
            all.AddRange(Papers(page));
            if (page.QuerySelector("a[rel=next]") is not { } next) break;
            last = next.GetAttribute("href")!;
            page = await OpenAsync(last);
        }

        last.ShouldNotBeNull("the sample's topic has more papers than one part shows");
        $"{all.Distinct().Count()} papers".ShouldBe(count);
        Papers(await OpenAsync(page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).Last()
            .ShouldBe(all[^(Papers(page).Count() + 1)]);
    }

    [Theory]
    [InlineData("/repository/GitHub.com/State-Spaces/Mamba?x=1", "/repository/github.com/state-spaces/mamba?x=1")]
    [InlineData("/repository/github.com/state-spaces/mamba/tree/main", "/repository/github.com/state-spaces/mamba")]
    public async Task Another_address_of_the_same_node_leads_to_its_own_and_is_asked_for_anew(string address, string own)
    {
        using var response = await SendWithoutRedirectsAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        response.Headers.CacheControl.ShouldNotBeNull().NoCache.ShouldBeTrue();
        response.Headers.Location!.OriginalString.ShouldBe(own);
    }

    [Theory]
    [InlineData("/paper/1706.9999", "paper")]
    [InlineData("/concept/transformr", "concept")]
    [InlineData("/concept/%3Cscript%3E", "concept")]
    [InlineData("/repository/github.com/state-spaces/mambo", "repository")]
    [InlineData("/repository/not%20a%20host/x", "repository")]
    [InlineData("/author/..%2f..", "author")]
    public async Task Where_there_is_no_such_node_the_page_says_so(string address, string type)
    {
        using var response = await site.SendAsync(address);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.ShouldBe($"There is no such {type}");
        page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_former_slug_leads_to_the_concept_of_today_for_good()
    {
        await using (var source = DataSources.Create(site.ConnectionString))
        await using (var command = source.CreateCommand("""
            insert into concept_slugs (slug, concept_id)
            select 'sequence-transducer', id from concepts where slug = 'transformer'
            on conflict do nothing
            """))
        {
            await command.ExecuteNonQueryAsync();
        }
        using var response = await SendWithoutRedirectsAsync("/concept/sequence-transducer");

        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        response.Headers.Location!.OriginalString.ShouldBe("/concept/transformer");
    }

    [Fact]
    public async Task A_part_of_a_list_that_never_was_leads_to_its_beginning()
    {
        using var response = await SendWithoutRedirectsAsync("/concept/transformer?after=nothing");

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.OriginalString.ShouldBe("/concept/transformer");
    }

    [Fact]
    public async Task A_name_that_is_nearly_right_is_answered_with_what_may_be_meant()
    {
        using var response = await site.SendAsync("/concept/transformr");
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        page.QuerySelectorAll(".names a").Select(link => link.GetAttribute("href")).ShouldContain("/concept/transformer");
    }

    [Theory]
    [InlineData("/concept/Transformer", "/concept/transformer")]
    [InlineData("/concept/grpo", "/concept/group-relative-policy-optimization")]
    [InlineData("/organization/meta-ai", "/organization/facebook")]
    [InlineData("/author/Tri%20Dao", "/author/tri-dao")]
    [InlineData("/paper/2312.00752v2", "/paper/2312.00752")]
    public async Task A_name_or_an_id_with_its_version_leads_to_the_page(string address, string usual)
    {
        using var response = await SendWithoutRedirectsAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.OriginalString.ShouldBe(usual);
    }

    [Theory]
    [InlineData("/paper/")]
    [InlineData("/nothing/at/all")]
    public async Task An_address_of_nothing_tells_a_person_where_to_go_on_and_a_program_that_it_is(string address)
    {
        using var response = await site.SendAsync(address, null, ("Accept", "text/html,*/*;q=0.8"));
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        using var plain = await site.SendAsync(address, null, ("Accept", "*/*"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("main p")!.TextContent.ShouldContain(address);
        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain("/explore");
        plain.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await plain.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_browser_holds_already_is_not_sent_again()
    {
        using var first = await site.SendAsync("/concept/transformer");
        using var again = await site.SendAsync("/concept/transformer", null, ("If-None-Match", first.Headers.ETag!.ToString()));

        first.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.GetValues("Content-Security-Policy").ShouldBe(first.Headers.GetValues("Content-Security-Policy"));
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_brings_its_styles_and_nothing_from_elsewhere()
    {
        using var response = await site.SendAsync("/concept/transformer");
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        foreach (var style in page.QuerySelectorAll("link[rel=stylesheet]"))
        {
            using var asset = await site.SendAsync(style.GetAttribute("href")!);
            asset.StatusCode.ShouldBe(HttpStatusCode.OK);
            asset.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        }
    }

    private async Task<IHtmlDocument> OpenAsync(string address) => new HtmlParser().ParseDocument(await site.TextAsync(address));

    private static IEnumerable<string> Papers(IParentNode page) =>
        page.QuerySelectorAll(".papers .title a").Select(link => link.GetAttribute("href")!);

    private static string? Property(IParentNode page, string name) =>
        page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

    /// <summary>The server's own answer, also where it leads to another address.</summary>
    private async Task<HttpResponseMessage> SendWithoutRedirectsAsync(string address)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        return await client.GetAsync(new Uri(new Uri(site.Address), address));
    }
}
