using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>Mean average precision, 0 to 100, of rankings of related papers, see <see cref="RelatednessJudgments"/>.</summary>
internal static class RelatedPapersMeasure
{
    /// <summary>The mean average precision with the shipped weights.</summary>
    public static double OfShipped(RelatednessJudgments papers) => papers.AveragePrecisions(new LinkOptions()).Average();

    public static double OfConcepts(RelatednessJudgments papers) =>
        papers.AveragePrecisions(new LinkOptions { WordWeight = 0, ConceptWeight = 1 }).Average();

    /// <summary>
    /// The mean average precision of words alone as BM25 ranks them: S. Robertson and H. Zaragoza, 2009, with its customary parameters.
    /// </summary>
    public static double OfBm25(RelatednessJudgments papers)
    {
        var texts = papers.Papers.Select(paper => paper.Words.ToDictionary(word => word.Word, word => (double)word.Count)).ToList();
        var frequency = texts.SelectMany(text => text.Keys).CountBy(word => word).ToDictionary();
        var average = texts.Average(text => text.Values.Sum());
        return papers.Queries.Average(query => papers.AveragePrecision(
            query,
            Enumerable.Range(0, texts.Count).Where(other => other != query).OrderByDescending(other => Bm25(texts[query], texts[other]))));

        double Bm25(Dictionary<string, double> query, Dictionary<string, double> text)
        {
            const double K1 = 1.2, B = 0.75;
            var length = 1 - B + B * text.Values.Sum() / average;
            return query.Keys.Where(text.ContainsKey).Sum(word =>
                Math.Log((texts.Count + 1) / (frequency[word] + 0.5)) * text[word] * (K1 + 1) / (text[word] + K1 * length));
        }
    }
}
