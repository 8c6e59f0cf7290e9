using System.Diagnostics;
using System.Globalization;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Evaluation;

/// <summary>Time and memory of linking generated papers: words and concepts by Zipf's law, as many a paper as abstracts have.</summary>
internal static class LinkingMeasure
{
    private const int WordsAPaper = 90;
    private const int ConceptsAPaper = 12;
    private const int Vocabulary = 200_000;
    private const int Concepts = 150_000;

    /// <returns>Wall-clock time, and the peak of the process's memory in bytes.</returns>
    public static (TimeSpan Time, long PeakBytes) Measure(int papers, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var linker = new PaperLinker();
        foreach (var paper in Papers(papers)) linker.Add(paper);
        foreach (var _ in linker.Link(Environment.ProcessorCount, cancellationToken))
        {
        }

        using var process = Process.GetCurrentProcess();
        return (watch.Elapsed, process.PeakWorkingSet64);
    }

    private static IEnumerable<LinkablePaper> Papers(int count)
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, Vocabulary).Select(i => $"w{i}").ToArray();
        for (var id = 1; id <= count; id++)
        {
            var distinctWords = new HashSet<int>();
            while (distinctWords.Count < WordsAPaper) distinctWords.Add(Zipf(random, Vocabulary));
            var distinctConcepts = new HashSet<int>();
            while (distinctConcepts.Count < ConceptsAPaper) distinctConcepts.Add(Zipf(random, Concepts));
            yield return new LinkablePaper(
                id,
                $"paper {id}",
                [.. distinctConcepts.Select(concept => new LinkableConcept(Target(concept), ConceptKind.Method, 0.2f + 0.8f * random.NextSingle()))],
                [.. distinctWords.Select(word => new WordCount(words[word], 1 + random.Next(3)))],
                [Target(random.Next(20_000))],
                random.Next(3) == 0 ? [Target(id)] : []);
        }
    }

    private static LinkTarget Target(int id) => new(id, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Rank r with a probability proportional to about 1/r.</summary>
    private static int Zipf(Random random, int ranks) => (int)Math.Pow(ranks, random.NextDouble()) - 1;
}
