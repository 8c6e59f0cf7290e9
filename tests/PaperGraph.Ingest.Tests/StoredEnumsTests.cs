namespace PaperGraph.Ingest.Tests;

/// <summary>Members travel from one enum to the other by number.</summary>
public sealed class StoredEnumsTests
{
    [Theory]
    [InlineData(typeof(PaperGraph.Concepts.ConceptKind), typeof(Data.Concepts.ConceptKind))]
    [InlineData(typeof(PaperGraph.Concepts.NameOrigin), typeof(Data.Concepts.NameOrigin))]
    [InlineData(typeof(PaperGraph.Concepts.ResolvedBy), typeof(Data.Concepts.MentionResolution))]
    [InlineData(typeof(PaperGraph.Concepts.PaperField), typeof(Data.Evidence.TextField))]
    [InlineData(typeof(Sources.Links.ResourceKind), typeof(Data.Resources.ResourceKind))]
    public void What_is_found_and_what_is_stored_have_the_same_members(Type found, Type stored) =>
        Members(stored).ShouldBe(Members(found));

    [Fact]
    public void The_kinds_of_concepts_are_the_first_kinds_of_reasons() =>
        Members(typeof(Data.Links.ReasonKind)).Take(Members(typeof(PaperGraph.Concepts.ConceptKind)).Count())
            .ShouldBe(Members(typeof(PaperGraph.Concepts.ConceptKind)));

    private static IEnumerable<(string, int)> Members(Type type) =>
        Enum.GetValues(type).Cast<object>().Select(value => (value.ToString()!, (int)value)).OrderBy(member => member.Item2);
}
