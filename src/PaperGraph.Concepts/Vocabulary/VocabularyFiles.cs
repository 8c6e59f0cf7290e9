namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// The files of the shipped vocabulary. Apart from <see cref="ConceptVocabulary"/>, which is loaded with keys of names, while keys need
/// the words of the files.
/// </summary>
internal static class VocabularyFiles
{
    public static IReadOnlyList<string> Names { get; } = ["concepts.tsv", "names.tsv"];
}
