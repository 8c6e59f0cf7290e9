using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Library;

/// <summary>
/// Parses entries: <c>@type{key, name = value, …}</c>, also in parentheses, with values in braces or quotes, numbers and macros, joined by
/// <c>#</c>. Commas that are missing or too many do no harm.
/// </summary>
internal sealed partial class BibTexParser
{
    private const int MaxMacros = 10_000;

    /// <summary>The longest value of a macro: macros may be made of others, and each is kept to the end.</summary>
    private const int MaxMacroLength = 2_000;

    /// <summary>The longest value that is put together of parts.</summary>
    private const int MaxValueLength = 1 << 20;

    private readonly Dictionary<string, string> macros = new(StringComparer.OrdinalIgnoreCase);
    private string text = "";
    private int at;

    /// <summary>The entries in a text, of which the first begins it.</summary>
    /// <param name="line">The line on which the text begins.</param>
    public IEnumerable<SourceRecord> Read(string text, int line)
    {
        (this.text, at) = (text, 0);
        var records = new List<SourceRecord>();
        var end = 0;
        while ((at = text.IndexOf('@', at)) >= 0)
        {
            var start = at++;
            var type = Word();
            SkipBlanks();
            if (type.Length == 0 || at >= text.Length || text[at] is not ('{' or '(') || IsComment(start))
            {
                at = start + 1;
                continue;
            }
            TakeBetween(end, start, line, records);
            var close = text[at] == '{' ? '}' : ')';
            var isRead = type.ToLowerInvariant() switch
            {
                "comment" or "preamble" => SkipGroup(),
                "string" => Macro(close),
                _ => Entry(close, line + text.AsSpan(0, start).Count('\n'), records),
            };
            end = at;
            if (isRead) continue;
            records.Add(SourceRecord.Unreadable(
                line + text.AsSpan(0, start).Count('\n'), 1, text[start..Math.Min(text.Length, start + 300)],
                "This entry is not closed, or is no entry of BibTeX.", "Close its braces; the next entry is read."));
            return records;
        }
        TakeBetween(end, text.Length, line, records);
        return records;
    }

    /// <summary>What stands between entries is a comment, but not where it is what an entry holds.</summary>
    private void TakeBetween(int from, int to, int line, List<SourceRecord> records)
    {
        if (TitlePattern().Match(text, from, to - from) is not { Success: true } title) return;
        var stray = text[from..to].TrimStart();
        records.Add(SourceRecord.Unreadable(
            line + text.AsSpan(0, title.Index).Count('\n'), 1, stray[..Math.Min(stray.Length, 300)],
            "This title stands in no entry.", "Begin the entry with its type, as in @article{key,."));
    }

    [GeneratedRegex(@"^[ \t,]*title\s*=\s*[{""]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex TitlePattern();

    /// <summary>Whether a percent sign stands before it in its line.</summary>
    private bool IsComment(int start) => text.AsSpan(0, start)[(text.AsSpan(0, start).LastIndexOf('\n') + 1)..].Contains('%');

    private bool Entry(char close, int line, List<SourceRecord> records)
    {
        at++;
        var end = text.AsSpan(at).IndexOfAny(',', '\n', close);
        if (end < 0) return false;
        var key = text.Substring(at, end);
        at += end;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            SkipSeparators();
            if (at >= text.Length) return false;
            if (text[at] == close)
            {
                at++;
                records.Add(BibTexEntry.Read(key, fields, line));
                return true;
            }
            var name = Name();
            SkipBlanks();
            if (name.Length == 0 || at >= text.Length || text[at] != '=') return false;
            at++;
            if (Value(close) is not { } value) return false;
            fields.TryAdd(name, value);
        }
    }

    private bool Macro(char close)
    {
        at++;
        SkipBlanks();
        var name = Name();
        SkipBlanks();
        if (name.Length == 0 || at >= text.Length || text[at] != '=') return false;
        at++;
        if (Value(close) is not { } value) return false;
        if (macros.Count < MaxMacros && value.Length <= MaxMacroLength) macros[name] = value;
        SkipSeparators();
        if (at < text.Length && text[at] is '}' or ')') at++;
        return true;
    }

    /// <summary>Parts joined by #; null where one does not end, or they are too long together.</summary>
    private string? Value(char close)
    {
        var value = new StringBuilder();
        while (true)
        {
            SkipBlanks();
            if (at >= text.Length) return null;
            switch (text[at])
            {
                case '{':
                    var start = at + 1;
                    if (!SkipGroup()) return null;
                    value.Append(text, start, at - 1 - start);
                    break;
                case '"':
                    if (Quoted() is not { } quoted) return null;
                    value.Append(quoted);
                    break;
                default:
                    var word = text[at..(at + Bare(close))];
                    at += word.Length;
                    value.Append(macros.GetValueOrDefault(word, word));
                    break;
            }
            SkipBlanks();
            if (at >= text.Length || text[at] != '#') return value.ToString();
            if (value.Length > MaxValueLength) return null;
            at++;
        }
    }

    /// <summary>Up to the quote that closes it, which stands outside of braces.</summary>
    private string? Quoted()
    {
        var start = ++at;
        for (var depth = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '{') depth++;
            else if (text[at] == '}') depth--;
            else if (text[at] == '"' && depth <= 0) return text[start..at++];
        }
        return null;
    }

    /// <summary>Goes behind the bracket that closes the one here. Braces count in parentheses, too.</summary>
    private bool SkipGroup()
    {
        var close = text[at] == '{' ? '}' : ')';
        var depth = 0;
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '{' or '}') at++;
            else if (text[at] == close && depth == 0)
            {
                at++;
                return true;
            }
            else if (text[at] == '{') depth++;
            else if (text[at] == '}') depth--;
        }
        return false;
    }

    private int Bare(char close)
    {
        var length = text.AsSpan(at).IndexOfAny([',', '#', '\n', ' ', '\t', '{', '"', '=', close]);
        return length < 0 ? text.Length - at : length;
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_')) at++;
        return text[start..at];
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !"=,{}()\"#".Contains(text[at])) at++;
        return text[start..at];
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private void SkipSeparators()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ',')) at++;
    }
}
