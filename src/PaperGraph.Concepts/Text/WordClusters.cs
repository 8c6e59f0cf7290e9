using System.Collections.Frozen;
using System.Globalization;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Text;

/// <summary>Numbers of the clusters that a word is in, of few large ones and of many small ones; 0 where it is in none.</summary>
internal readonly record struct ClustersOfWord(uint Coarse, uint Fine);

/// <summary>Words that research papers use alike: with the same words before and behind them.</summary>
internal static class WordClusters
{
    public const string FileName = "clusters.tsv";

    private static readonly FrozenDictionary<string, ClustersOfWord> Words = TsvResource.Rows(FileName)
        .ToFrozenDictionary(row => row[0], row => new ClustersOfWord(Number(row[1]), Number(row[2])));

    public static ClustersOfWord Of(string form) => Words.GetValueOrDefault(form);

    private static uint Number(string cell) => uint.Parse(cell, CultureInfo.InvariantCulture);
}
