using System.Text.Json;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.OpenAlex;

/// <summary>An abstract as OpenAlex gives it: each word with the places at which it stands, in any order and with gaps.</summary>
internal static class InvertedAbstract
{
    /// <summary>The greatest place that is believed; the longest abstracts have some thousand words.</summary>
    private const int MaxPlace = 200_000;

    public static string? Read(JsonFields row, FieldProblemCollector problems)
    {
        const string Field = "abstract_inverted_index";
        if (row.Object(Field) is not { } index) return null;

        // Older snapshots have the index within an object that tells its length, too.
        if (index.Find("InvertedIndex") is (_, { ValueKind: JsonValueKind.Object } inner)) index = row.Of(inner);

        var words = new SortedList<int, string>();
        foreach (var word in index.Element.EnumerateObject())
        {
            if (word.Value.ValueKind != JsonValueKind.Array)
            {
                problems.Add(Field, word.Value, "no list of places");
                return null;
            }
            foreach (var place in word.Value.EnumerateArray())
            {
                if (place.ValueKind != JsonValueKind.Number || !place.TryGetInt32(out var number) || number is < 0 or > MaxPlace)
                {
                    problems.Add(Field, place, "no list of places");
                    return null;
                }
                words[number] = word.Name;
            }
        }
        return Prose.LineOrNull(string.Join(' ', words.Values));
    }
}
