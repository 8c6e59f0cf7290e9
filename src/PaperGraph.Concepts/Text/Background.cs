using System.Collections.Frozen;
using System.Globalization;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Text;

/// <summary>How telling a word is in research papers in general; the same for every collection, so that extraction is a function of the text.</summary>
internal static class Background
{
    private static readonly FrozenDictionary<string, float> IdfOf = Load();

    /// <summary>log(N / n) of a word that no paper of the background holds.</summary>
    public static float HighestIdf { get; } = IdfOf["*"];

    public static float Idf(string form) => IdfOf.GetValueOrDefault(form, HighestIdf);

    private static FrozenDictionary<string, float> Load()
    {
        var rows = TsvResource.Rows("background.tsv").Select(row => (Word: row[0], Count: int.Parse(row[1], CultureInfo.InvariantCulture))).ToList();
        var sections = rows[0].Count;
        return rows.Select(row => (row.Word, Idf: row.Word == "*" ? MathF.Log(sections) : MathF.Log((float)sections / row.Count)))
            .ToFrozenDictionary(row => row.Word, row => row.Idf);
    }
}
