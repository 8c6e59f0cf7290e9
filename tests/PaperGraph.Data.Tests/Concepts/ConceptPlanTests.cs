using System.Globalization;
using PaperGraph.Data.Concepts;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Concepts;

public sealed class ConceptPlanTests
{
    [Theory]
    [InlineData("a b", "a=1 b=2", "", "1 2", "")]
    [InlineData("a c", "a=1 b=2", "", "1 -", "2>-")]
    [InlineData("c(b)", "b=2", "", "2", "")]
    [InlineData("a(b) c", "a=1 b=2", "", "1 -", "2>0")]
    [InlineData("c(a,b)", "a=1 b=2", "", "1", "2>0")]
    [InlineData("c(b) d(b)", "b=2", "", "2 -", "")]
    [InlineData("d(b) c(b)", "b=2", "", "- 2", "")]
    [InlineData("", "a=1", "", "", "1>-")]
    [InlineData("", "a=1", "a:c=7", "", "1>=7")]
    [InlineData("b(a)", "a=1", "a:c=7", "1", "")]
    [InlineData("d(a)", "a=1", "a:c=7", "-", "1>=7")]
    public void A_concept_stays_what_it_was(string concepts, string stored, string namedSo, string ids, string gone)
    {
        var plan = ConceptPlan.Create(
            [.. Words(concepts).Select(Concept)],
            [.. Words(stored).Select(Stored)],
            Words(namedSo).ToDictionary(word => word[..1], word => Stored(word[2..])));

        string.Join(' ', plan.Ids.Select(id => id?.ToString(CultureInfo.InvariantCulture) ?? "-")).ShouldBe(ids);
        string.Join(' ', plan.Gone.Select(concept => $"{concept.Id}>{Told(concept.Survivor)}")).ShouldBe(gone);
    }

    /// <summary><c>a=1</c>: with the key a and the id 1.</summary>
    private static StoredConcept Stored(string text) => new(text[2] - '0', text[..1], 0);

    /// <summary><c>c(a,b)</c>: with the key c and names of the keys c, a and b.</summary>
    private static ConceptRow Concept(string text)
    {
        var keys = text.Split('(', ',', ')').Where(key => key.Length > 0).ToArray();
        return new ConceptRow(
            keys[0], keys[0], keys[0], ConceptKind.Other, 1, 1,
            [.. keys.Select(key => new ConceptNameRow(key, key, 1, ConceptNameOrigin.Text))],
            []);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Told(ConceptSurvivor? survivor) =>
        survivor is not { } known ? "-" : known.Index is { } index ? $"{index}" : $"={known.Id}";
}
