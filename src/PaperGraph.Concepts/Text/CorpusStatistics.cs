using System.Globalization;
using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Text;

/// <summary>What is known of a word from research papers in general.</summary>
/// <param name="Idf">log(N / n), of n papers among N that hold it.</param>
/// <param name="Termhood">0 to 1: the share of its uses that are inside the name of a method, task, dataset or metric.</param>
/// <param name="Coarse">Of few large clusters of words that are used alike, with the same words before and behind them, the number of its
/// one; 0 for none.</param>
/// <param name="Fine">The number of the word's cluster among many small ones of that kind; 0 for none.</param>
internal readonly record struct CorpusWord(float Idf, float Termhood, ushort Coarse, ushort Fine);

/// <summary>
/// What research papers in general tell of words; the same for every collection, so that extraction is a function of the text.
/// </summary>
internal static class CorpusStatistics
{
    public const string FileName = "corpus-statistics.tsv";
    public const string ClustersFileName = "clusters.tsv";

    /// <summary>The row that tells how many papers there are.</summary>
    private const string AllPapers = "*";

    private const float UnknownTermhood = 0.3f;

    private static readonly List<(string Word, int Papers, float Termhood)> Rows =
        [.. ShippedData.Rows(FileName).Select(row => (row[0], Number(row[1]), Number(row[2]) / 100f))];

    /// <summary>log(N / n) of a word that none of these papers holds.</summary>
    public static float MaxIdf { get; } = MathF.Log(Rows[0].Papers);

    /// <summary>The words of the corpus, the most frequent first.</summary>
    public static IEnumerable<string> MostFrequent =>
        Rows.Where(row => row.Word != AllPapers).OrderByDescending(row => row.Papers).ThenBy(row => row.Word, StringComparer.Ordinal)
            .Select(row => row.Word);

    private static readonly CorpusWord Unknown = new(MaxIdf, UnknownTermhood, 0, 0);

    private static readonly HashedTable<CorpusWord> Words = Load();

    /// <param name="hash">The hash of the word's form.</param>
    public static CorpusWord Find(uint hash) => Words.TryGetValue(hash, out var word) ? word : Unknown;

    public static float Idf(string form) => Find(FeatureHash.Compute(form)).Idf;

    public static float Termhood(string form) => Find(FeatureHash.Compute(form)).Termhood;

    private static HashedTable<CorpusWord> Load()
    {
        var words = new Dictionary<string, CorpusWord>();
        foreach (var (word, papers, termhood) in Rows)
            if (word != AllPapers) words[word] = Unknown with { Idf = MathF.Log((float)Rows[0].Papers / papers), Termhood = termhood };
        foreach (var row in ShippedData.Rows(ClustersFileName))
            words[row[0]] =
                words.GetValueOrDefault(row[0], Unknown) with { Coarse = (ushort)Number(row[1]), Fine = (ushort)Number(row[2]) };
        return HashedTable<CorpusWord>.FromWords(words);
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
