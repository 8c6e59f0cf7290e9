using System.IO.Compression;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>A sentence with a part of speech for each token.</summary>
internal sealed record PosSentence(List<Token> Tokens, int[] Labels);

/// <summary>
/// Sentences in CoNLL columns (GENIA and GUM). What the corpus splits at hyphens is put together again, since PaperGraph's tokens
/// are whole; such a word has the tag of its last part.
/// </summary>
internal static class PosCorpus
{
    public static IEnumerable<PosSentence> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        var words = new List<(string Word, string Tag, bool Glued)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (words.Count > 0) yield return Sentence(words);
                words.Clear();
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length < 10 || !int.TryParse(cells[0], out _)) continue;
            words.Add((cells[1], cells[4], cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal)));
        }

        if (words.Count > 0) yield return Sentence(words);
    }

    private static PosSentence Sentence(List<(string Word, string Tag, bool Glued)> words)
    {
        var tokens = new List<Token>();
        var labels = new List<int>();
        for (var i = 0; i < words.Count; i++)
        {
            var (word, tag) = (words[i].Word, words[i].Tag);
            while (i + 2 < words.Count && words[i].Glued && words[i + 1].Tag == "HYPH" && words[i + 1].Glued)
            {
                i += 2;
                word += words[i - 1].Word + words[i].Word;
                tag = words[i].Tag;
            }

            word = word switch { "-LRB-" => "(", "-RRB-" => ")", "-LSB-" => "[", "-RSB-" => "]", _ => word };
            var token = Tokenizer.Tokens(word) is [{ } single] ? single : new Token(new Word(TokenKind.Word, word), 0);
            tokens.Add(token);
            labels.Add((int)PartOfSpeechTags.FromPenn(tag));
        }

        return new PosSentence(tokens, [.. labels]);
    }
}
