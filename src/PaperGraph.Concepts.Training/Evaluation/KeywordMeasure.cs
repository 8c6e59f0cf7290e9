using PaperGraph.Concepts.Collection;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>
/// Keywords that a source states for its papers, as far as they occur in the text: how many are names of the paper's fifteen
/// heaviest concepts and keyphrases. Read from days of Hugging Face's daily papers.
/// </summary>
internal static class KeywordMeasure
{
    private const int ConceptsAPaper = 15;

    public static FScore Measure(string folder, string monthPattern, ConceptExtractor extractor)
    {
        var papers = DailyPaperReader.Read(folder);
        var collection = ConceptCollection.Build([.. papers.Select((paper, i) => PaperNames.From(i, extractor.Extract(paper.Text)))]);
        var names = collection.Concepts.ToDictionary(concept => concept.Key, concept => concept.Names);
        var sum = default(FScore);
        for (var i = 0; i < papers.Count; i++)
        {
            var paper = papers[i];
            if (!paper.Day.StartsWith(monthPattern, StringComparison.Ordinal)) continue;
            var text = $"{paper.Text.Title}\n{paper.Text.Abstract}";
            var expected = paper.Keywords.Where(keyword => text.Contains(keyword, StringComparison.OrdinalIgnoreCase)).ToList();
            if (expected.Count == 0) continue;
            var best = Weighted(collection.Papers[i], names).OrderByDescending(entry => entry.Weight).Take(ConceptsAPaper).ToList();
            var found = best.SelectMany(entry => entry.Keys).ToHashSet();
            sum += new FScore(expected.Count(keyword => found.Contains(ConceptKey.Create(keyword))), best.Count, expected.Count);
        }

        return sum;
    }

    /// <summary>The weights and keys of the paper's concepts and keyphrases.</summary>
    private static IEnumerable<(float Weight, IEnumerable<string> Keys)> Weighted(
        ResolvedPaper paper, Dictionary<string, IReadOnlyList<ConceptName>> names) =>
        paper.Concepts.Select(concept => (concept.Weight, names[concept.ConceptKey].Select(name => name.Key)))
            .Concat(paper.Keyphrases.Select(phrase => (phrase.Weight, phrase.MentionKeys.AsEnumerable())));
}
