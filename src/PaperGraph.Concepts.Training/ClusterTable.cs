using System.Globalization;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Clusters of the words of SciREX's papers (Apache-2.0) by what stands around them, to be read by <see cref="Text.CorpusStatistics"/>.
/// </summary>
internal static class ClusterTable
{
    private const int Coarse = 64;
    private const int Fine = 256;

    public static IEnumerable<string> Lines(IEnumerable<AnnotatedDocument> documents)
    {
        var contexts = ContextVectors.From(documents.SelectMany(document => document.Sections).Select(section => section.Text));
        var coarse = SphericalKMeans.Clusters(contexts.Vectors, ContextVectors.Dimensions, Coarse);
        var fine = SphericalKMeans.Clusters(contexts.Vectors, ContextVectors.Dimensions, Fine);
        yield return $"# Words that research papers use alike, in {Coarse} and in {Fine} clusters; made from the text of SciREX "
            + "(Apache-2.0).";
        yield return "word\tcoarse\tfine";
        foreach (var i in Enumerable.Range(0, fine.Length).OrderBy(i => fine[i]).ThenBy(i => contexts.Words[i], StringComparer.Ordinal))
            yield return string.Create(CultureInfo.InvariantCulture, $"{contexts.Words[i]}\t{1 + coarse[i]}\t{1 + fine[i]}");
    }
}
