using System.Text;

namespace PaperGraph.Tests.Rows;

/// <summary>Reads RFC 4180 by its grammar alone, so that the library that writes it is not judged by itself.</summary>
internal static class Csv
{
    public static List<string[]> Read(string text)
    {
        var (records, fields, field) = (new List<string[]>(), new List<string>(), new StringBuilder());
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when field.Length == 0: at = Quoted(text, at + 1, field); break;
                case '"' or '\n': throw new FormatException($"There is a stray character at {at}.");
                case ',': Take(); break;
                case '\r' when text[at + 1] == '\n':
                    Take();
                    at++;
                    records.Add([.. fields]);
                    fields.Clear();
                    break;
                default: field.Append(text[at]); break;
            }
        }
        return fields.Count == 0 && field.Length == 0 ? records : throw new FormatException("The last record has no end.");

        void Take()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }

    /// <returns>Where the field's closing quote stands.</returns>
    private static int Quoted(string text, int at, StringBuilder field)
    {
        while (true)
        {
            if (text[at] != '"') field.Append(text[at++]);
            else if (at + 1 < text.Length && text[at + 1] == '"') (field, at) = (field.Append('"'), at + 2);
            else return at;
        }
    }
}
