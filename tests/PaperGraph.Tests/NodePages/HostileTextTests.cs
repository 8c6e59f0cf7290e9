using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaperGraph.NodePages;
using PaperGraph.NodePages.Components;

namespace PaperGraph.Tests.NodePages;

/// <summary>Texts of papers are other people's: whatever stands in them is shown as text, where the text belongs.</summary>
public sealed class HostileTextTests
{
    private static readonly Site Site = new("https://papers.example.org", "", "/node/assets/1", HasScript: true);

    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</script>", "<!--", "-->", "]]>", "</title><h1>", "\"", "'", "&lt;", "&amp", "{{assets}}",
        "@Site", "</mark>",
        "\" onmouseover=\"alert(1)", "javascript:alert(1)", "\u202e", "\u2067", "\u061c", "שלום", "𝒳", "\ud835", "\udcb3", "é", " ",
        "a", "\u2028", "%2F",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Prepend("t")));

    [Fact]
    public void A_page_has_the_same_elements_whatever_its_texts_say()
    {
        var plain = Elements(Render(Paper("title", "abstract", "name")));

        Prop.ForAll(Arb.From(Gen.Zip(Gen.Zip(Text, Text), Text)), texts =>
        {
            var ((title, text), name) = texts;
            var html = Render(Paper(title, text, name));
            var page = new HtmlParser().ParseDocument(html);

            Elements(html).ShouldBe(plain);
            page.QuerySelector("h1")!.TextContent.ShouldBe(Shown(title));
            page.QuerySelector(".abstract")!.TextContent.ShouldBe(Shown(text));
            page.QuerySelector("#concepts + ul a")!.TextContent.ShouldBe(Shown(name));
            page.QuerySelectorAll("*").SelectMany(element => element.Attributes).Select(attribute => attribute.Name)
                .ShouldNotContain(attribute => attribute.StartsWith("on", StringComparison.Ordinal));

            using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
            data.RootElement.GetProperty("headline").GetString().ShouldBe(Shown(title));
            data.RootElement.GetProperty("abstract").GetString().ShouldBe(Shown(text));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parts_add_up_to_the_text_wherever_marks_are_set()
    {
        var marks = Gen.Zip(Gen.Choose(-2, 60), Gen.Choose(-2, 20)).Select(place => new TextMark(place.Item1, place.Item2, new NodeData()));

        Prop.ForAll(Arb.From(Gen.Zip(Text, marks.ListOf())), input =>
        {
            var (text, set) = input;
            var parts = MarkedText.Cut(text, set);

            string.Concat(parts.Select(part => part.Text)).ShouldBe(text);
            parts.ShouldAllBe(part => part.Text.Length > 0);
            foreach (var part in MarkedText.Excerpt(text, [.. set]).Where(part => part.Concept is not null))
                text.ShouldContain(part.Text);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_marks_that_overlap_the_longest_is_kept()
    {
        TextMark[] marks = [new(0, 3, new NodeData { Name = "one" }), new(0, 9, new NodeData { Name = "both" }), new(4, 5, new NodeData())];

        MarkedText.Cut("one other way", marks).Select(part => (part.Text, part.Concept?.Name))
            .ShouldBe([("one other", "both"), (" way", null)]);
    }

    [Fact]
    public void An_excerpt_is_cut_between_words()
    {
        var text = $"{string.Concat(Enumerable.Repeat("before ", 60))}GRPO{string.Concat(Enumerable.Repeat(" behind", 60))}";

        var shown = string.Concat(MarkedText.Excerpt(text, [new(420, 4, new NodeData())]).Select(part => part.Text));

        shown.ShouldStartWith("… before ");
        shown.ShouldEndWith(" behind …");
        shown.Length.ShouldBeInRange(200, 340);
    }

    private static NodeData Paper(string title, string text, string name) => new()
    {
        Slug = "2401.00001",
        Title = title,
        Abstract = text,
        Concepts = new NodeList
        {
            Edges = [new NodeEdge { Node = new NodeData { Slug = name, Name = name, Kind = "METHOD", PaperCount = 2 } }],
        },
    };

    private static string Render(NodeData paper)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?> { ["Site"] = Site, ["Node"] = paper, ["Kind"] = "PAPER" };
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<PaperPage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        }).GetAwaiter().GetResult();
    }

    private static string Elements(string html) =>
        string.Join(' ', new HtmlParser().ParseDocument(html).QuerySelectorAll("*").Select(element => element.LocalName));

    /// <summary>Half a character is not one, and cannot be sent.</summary>
    private static string Shown(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
