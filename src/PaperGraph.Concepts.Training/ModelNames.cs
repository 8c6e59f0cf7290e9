using System.Collections.Frozen;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Which annotated methods are models. SciREX calls networks and techniques methods alike; the vocabulary tells them apart (distant
/// supervision: Mintz et al., ACL 2009), and where it knows neither, the last word of the name or what a coined name ends in.
/// </summary>
internal static class ModelNames
{
    private static readonly FrozenSet<string> Heads = new[]
    {
        "autoencoder", "cnn", "convnet", "gan", "gru", "llm", "lm", "lstm", "mlp", "model", "net", "network", "resnet", "rnn",
        "transformer", "vae",
    }.ToFrozenSet();

    private static readonly string[] Endings =
        ["net", "nets", "former", "formers", "bert", "gan", "gans", "lstm", "lstms", "cnn", "rnn", "vae", "gpt", "llm", "lm"];

    /// <summary>Null where neither says it: a coined name may be either.</summary>
    public static bool? IsModel(string name)
    {
        if (Known(name) is { } entry) return entry.Kind == ConceptKind.Model;
        var tokens = Tokenizer.Tokens(name);
        var parts = WordPart.Split(tokens);
        if (parts.Count == 0) return null;
        if (Heads.Contains(parts[^1].Form)) return true;
        if (WithoutVariant(name, parts) is { } series) return IsModel(series);
        if (!Plausibility.LooksCoined(tokens[^1].Surface)) return false;
        return Endings.Any(ending => EndsIn(tokens[^1].Surface, ending)) ? true : null;
    }

    /// <summary>The vocabulary's entry of exactly this name, plural or not.</summary>
    public static VocabularyEntry? Known(string name) => ConceptVocabulary.Default.Find(ConceptKey.Create(name));

    /// <summary>"ResNet-101" and "VGG 16" are variants of what stands before their numbers.</summary>
    private static string? WithoutVariant(string name, List<WordPart> parts)
    {
        var last = parts.Count - 1;
        while (last > 0 && char.IsAsciiDigit(parts[last].Form[0])) last--;
        return last < parts.Count - 1 ? name[..parts[last].End] : null;
    }

    /// <summary>A capital stands where the ending begins, or in front of it: FooNet, fooNet, FooBERT.</summary>
    private static bool EndsIn(string word, string ending) =>
        word.Length > ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
        && (char.IsUpper(word[^ending.Length]) || word[..^ending.Length].Any(char.IsUpper));
}
