using System.Text.Json;

namespace PaperGraph.Graph.Tests;

/// <summary>Every reason of a link is proven by words of both papers, each counted once.</summary>
public sealed class SharedLinkEvidenceTests(SharedGraph graph) : IClassFixture<SharedGraph>
{
    private const string Query = """
        {
          papers(first: 100) {
            nodes {
              title abstract
              related(first: 10) {
                edges {
                  score
                  node { title abstract }
                  reasons { kind weight words evidence { inRelated evidence { field quote start length extractor } } }
                }
              }
            }
          }
        }
        """;

    [SkippableFact]
    public async Task Words_are_quoted_from_both_papers_and_from_no_mention_of_a_concept_that_these_share()
    {
        SharedData.Require("hf-daily");
        var papers = (await graph.ExecuteAsync(Query)).GetProperty("data").GetProperty("papers").GetProperty("nodes");
        var proven = 0;
        foreach (var paper in papers.EnumerateArray())
            foreach (var edge in paper.GetProperty("related").GetProperty("edges").EnumerateArray())
            {
                var reasons = edge.GetProperty("reasons").EnumerateArray().ToList();
                edge.GetProperty("score").GetSingle().ShouldBe(reasons.Sum(reason => reason.GetProperty("weight").GetSingle()));
                var quotes = reasons.SelectMany(reason => Quotes(reason, paper, edge.GetProperty("node"))).ToList();
                quotes.ShouldAllBe(quote => quote.Text.Substring(quote.Start, quote.Quote.Length) == quote.Quote);
                foreach (var words in quotes.Where(quote => quote.Kind == "WORDS").ToLookup(quote => quote.InRelated))
                    words.ShouldAllBe(word => !quotes.Any(quote => quote.Kind != "WORDS" && quote.Covers(word)));
                if (reasons.All(reason => reason.GetProperty("kind").GetString() != "WORDS")) continue;
                quotes.Where(quote => quote.Kind == "WORDS").Select(quote => quote.InRelated).Distinct().Count().ShouldBe(2);
                proven++;
            }
        proven.ShouldBeGreaterThan(300);
    }

    private static IEnumerable<Quoted> Quotes(JsonElement reason, JsonElement paper, JsonElement related) =>
        from evidence in reason.GetProperty("evidence").EnumerateArray()
        let inRelated = evidence.GetProperty("inRelated").GetBoolean()
        let span = evidence.GetProperty("evidence")
        where span.GetProperty("start").ValueKind == JsonValueKind.Number
        let field = span.GetProperty("field").GetString()!
        select new Quoted(
            reason.GetProperty("kind").GetString()!,
            inRelated,
            field,
            (inRelated ? related : paper).GetProperty(field == "TITLE" ? "title" : "abstract").GetString()!,
            span.GetProperty("quote").GetString()!,
            span.GetProperty("start").GetInt32());

    private sealed record Quoted(string Kind, bool InRelated, string Field, string Text, string Quote, int Start)
    {
        public bool Covers(Quoted word) => (InRelated, Field) == (word.InRelated, word.Field)
            && Start <= word.Start && word.Start + word.Quote.Length <= Start + Quote.Length;
    }
}
