using PaperGraph.Concepts.Linking;

namespace PaperGraph.GeneratedGraph;

/// <summary>What invented papers are compared by, as linking would make it of their texts and concepts.</summary>
public static class GeneratedFeatures
{
    /// <param name="papers">The size of the collection, by which concepts are drawn.</param>
    /// <param name="first">The number of the first paper, from 0.</param>
    public static IReadOnlyList<(long Id, PaperFeatures Features)> Create(int papers, int first, int count)
    {
        var generator = new PaperGenerator(new GraphSize(papers), seed: 1);
        return
        [
            .. Enumerable.Range(first, count).AsParallel().AsOrdered()
                .Select(number => generator.Generate(number))
                .Select(paper => (paper.Id, PaperFeatures.From(PaperTableCopies.Linkable(paper)))),
        ];
    }
}
