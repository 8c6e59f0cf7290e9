using System.Collections.Frozen;
using System.Globalization;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Text;

/// <summary>How telling a word is in research papers in general; the same for every collection, so that extraction is a function of the text.</summary>
internal static class Background
{
    public const string FileName = "background.tsv";

    private const float UnknownTermhood = 0.3f;

    private static readonly FrozenDictionary<string, (float Idf, float Termhood)> Words = Load();

    /// <summary>log(N / n) of a word that no paper of the background holds.</summary>
    public static float HighestIdf { get; } = Words["*"].Idf;

    /// <summary>Its words, the most frequent first.</summary>
    public static IEnumerable<string> MostFrequent =>
        Words.Where(word => word.Key != "*").OrderBy(word => word.Value.Idf).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key);

    /// <summary>Both at once.</summary>
    public static (float Idf, float Termhood) Of(string form) => Words.TryGetValue(form, out var word) ? word : (HighestIdf, UnknownTermhood);

    public static float Idf(string form) => Of(form).Idf;

    /// <summary>0 to 1: the share of a word's uses that are inside the name of a method, task, dataset or metric.</summary>
    public static float Termhood(string form) => Of(form).Termhood;

    private static FrozenDictionary<string, (float Idf, float Termhood)> Load()
    {
        var rows = TsvResource.Rows(FileName)
            .Select(row => (Word: row[0], Sections: Number(row[1]), Named: Number(row[2]))).ToList();
        var sections = (float)rows[0].Sections;
        return rows.ToFrozenDictionary(
            row => row.Word, row => (row.Word == "*" ? MathF.Log(sections) : MathF.Log(sections / row.Sections), row.Named / 100f));
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
