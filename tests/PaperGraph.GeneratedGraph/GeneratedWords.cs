namespace PaperGraph.GeneratedGraph;

/// <summary>
/// Words of generated texts: function words, some words that every paper has, and thousands of invented ones, whose frequencies follow
/// Zipf's law as those of real texts do, so that full-text search meets words of every frequency.
/// </summary>
public static class GeneratedWords
{
    private const int Count = 8_000;

    private static readonly string[] Usual =
    [
        "model", "method", "data", "results", "training", "learning", "tasks", "approach", "language", "performance", "propose", "show",
        "large", "framework", "image", "existing", "network", "datasets", "systems", "quality", "novel", "text", "reasoning", "generation",
        "robust", "efficient", "information", "benchmark", "analysis", "improve", "features", "evaluation", "context", "attention",
        "visual", "human", "experiments", "structure", "accuracy", "problem", "design", "search", "knowledge", "deep", "memory", "sparse",
        "graph",
    ];

    private static readonly string[] Functional =
        ["the", "of", "and", "a", "to", "in", "we", "for", "that", "is", "with", "on", "this", "by", "are", "as", "our", "from", "which",
            "an"];

    private static readonly string[] Onsets =
        ["b", "br", "c", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "z"];

    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];

    private static readonly string[] Codas = ["", "l", "m", "n", "r", "s", "t", "x"];

    private static readonly IReadOnlyList<string> Content = [.. Usual, .. Invented(seed: 1).Take(Count - Usual.Length)];

    private static readonly WeightedChoice ContentChoice = WeightedChoice.Zipf(Count, 1);

    private static readonly WeightedChoice FunctionalChoice = WeightedChoice.Zipf(Functional.Length, 0.7);

    /// <summary>A word that about <paramref name="share"/> of the papers have.</summary>
    public static string OfShare(double share)
    {
        // An abstract has about a hundred words that are not functional, and the sum of 1/r to 8,000 is 9.56.
        var rank = 100 / 9.56 / share;
        return Content[Math.Clamp((int)rank, Usual.Length, Count - 1)];
    }

    internal static string Next(Random random) =>
        random.Next(5) < 2 ? Functional[FunctionalChoice.Next(random)] : Content[ContentChoice.Next(random)];

    /// <summary>Invented words, each once, without end.</summary>
    internal static IEnumerable<string> Invented(int seed)
    {
        var random = new Random(seed);
        var before = new HashSet<string>();
        while (true)
        {
            var word = string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => Syllable(random)));
            if (before.Add(word)) yield return word;
        }
    }

    internal static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Syllable(Random random) =>
        Onsets[random.Next(Onsets.Length)] + Nuclei[random.Next(Nuclei.Length)] + Codas[random.Next(Codas.Length)];
}
