using PaperGraph.Concepts.Collection;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class PluralNamesTests
{
    private static readonly ConceptExtractor Extractor = new();

    [Fact]
    public void A_name_with_capitals_inside_keeps_its_s() =>
        Names("We introduce FrobRubrics.", "FrobRubrics holds tasks.").ShouldBe(["FrobRubrics"]);

    [Fact]
    public void An_s_makes_a_plural_of_a_name_that_papers_also_write_without_it() =>
        Names("We introduce FrobTicket.", "We train FrobTickets on it.").ShouldBe(["FrobTicket"]);

    private static IEnumerable<string> Names(params string[] texts) =>
        ConceptCollection.Build([.. texts.Select((text, i) => PaperNames.From(i, Extractor.Extract(new PaperText("", text))))])
            .Concepts.Select(concept => concept.Name).Where(name => name.StartsWith("Frob", StringComparison.Ordinal));
}
