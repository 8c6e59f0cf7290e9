using System.Diagnostics;
using System.Globalization;
using PaperGraph.Concepts.Linking;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <param name="PeakBytes">The largest memory that the process had, in bytes.</param>
/// <param name="Links">The number of links that were made.</param>
internal readonly record struct LinkingCost(TimeSpan Time, TimeSpan ProcessorTime, long PeakBytes, long Links);

/// <summary>
/// Time and memory of linking generated papers: words and concepts by Zipf's law, as many a paper as abstracts have; the most
/// frequent words are those of research papers.
/// </summary>
internal static class LinkingMeasure
{
    private const int Step = 100_000;
    private const int WordsAPaper = 90;
    private const int ConceptsAPaper = 12;
    private const int Vocabulary = 200_000;
    private const int Concepts = 150_000;

    /// <param name="tell">Takes a line now and then of how far it has come.</param>
    public static LinkingCost Measure(int papers, Action<string>? tell, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, used) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var linker = new PaperLinker();
        foreach (var paper in Papers(papers)) linker.Add(paper);
        tell?.Invoke(Progress("read", papers, watch.Elapsed));

        var (linked, related) = (0, 0L);
        foreach (var links in linker.Link(Environment.ProcessorCount, cancellationToken))
        {
            related += links.Related.Count;
            if (++linked % Step == 0) tell?.Invoke(Progress("linked", linked, watch.Elapsed));
        }

        process.Refresh();
        return new LinkingCost(watch.Elapsed, process.TotalProcessorTime - used, process.PeakWorkingSet64, related);
    }

    private static string Progress(string done, int papers, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{done} {papers:n0} papers after {time.TotalMinutes:f1} min");

    private static IEnumerable<LinkablePaper> Papers(int count)
    {
        var random = new Random(1);
        var known = CorpusStatistics.MostFrequent.ToList();
        var words = Enumerable.Range(0, Vocabulary).Select(i => i < known.Count ? known[i] : $"w{i}").ToArray();
        for (var id = 1; id <= count; id++)
        {
            var distinctWords = new HashSet<int>();
            while (distinctWords.Count < WordsAPaper) distinctWords.Add(Zipf(random, Vocabulary));
            var distinctConcepts = new HashSet<int>();
            while (distinctConcepts.Count < ConceptsAPaper) distinctConcepts.Add(Zipf(random, Concepts));
            yield return new LinkablePaper(
                id,
                $"paper {id}",
                [.. distinctConcepts.Select(concept =>
                    new LinkableConcept(Target(concept), ConceptKind.Method, 0.2f + 0.8f * random.NextSingle(), []))],
                [.. distinctWords.Select(word => new WordCount(words[word], 1 + random.Next(3)))],
                [Target(random.Next(20_000))],
                random.Next(3) == 0 ? [Target(id)] : []);
        }
    }

    private static LinkableEntity Target(int id) => new(id, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Rank r with a probability proportional to about 1/r.</summary>
    private static int Zipf(Random random, int ranks) => (int)Math.Pow(ranks, random.NextDouble()) - 1;
}
