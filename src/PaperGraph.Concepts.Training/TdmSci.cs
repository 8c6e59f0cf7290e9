using PaperGraph.Model;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// TDMSci (Hou et al., EACL 2021): sentences in CoNLL columns, word, offset, label. The words of a sentence are put back at
/// their offsets.
/// </summary>
internal static class TdmSci
{
    public const string FileName = "tdmsci-train.conll";

    public static List<AnnotatedText> Read(string folder)
    {
        var sentences = new List<AnnotatedText>();
        var rows = new List<(string Word, int Start, string Label)>();
        foreach (var line in File.ReadLines(Path.Combine(folder, FileName)))
        {
            if (line.Length > 0)
            {
                var cells = line.Split('\t');
                rows.Add((cells[0], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2]));
                continue;
            }

            if (rows.Count > 0) sentences.Add(Sentence(rows));
            rows.Clear();
        }

        if (rows.Count > 0) sentences.Add(Sentence(rows));
        return sentences;
    }

    private static AnnotatedText Sentence(List<(string Word, int Start, string Label)> rows)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<AnnotatedSpan>();
        foreach (var (word, start, label) in rows)
        {
            var at = Math.Max(start - rows[0].Start, text.Length);
            text.Append(' ', at - text.Length).Append(word);
            if (label[0] == 'B') spans.Add(new AnnotatedSpan(at, at + word.Length, Kind(label[2..]), null));
            else if (label[0] == 'I' && spans.Count > 0) spans[^1] = spans[^1] with { End = at + word.Length };
        }

        return new AnnotatedText(text.ToString(), spans);
    }

    private static ConceptKind Kind(string name) => name switch
    {
        "TASK" => ConceptKind.Task,
        "DATASET" => ConceptKind.Dataset,
        "METRIC" => ConceptKind.Metric,
        _ => throw new InvalidDataException($"{FileName} holds a label {name}; TASK, DATASET and METRIC are known."),
    };
}
