using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>
/// Cuts JSON into the elements of its outer array, or JSON lines into their values, without reading into them, so that one
/// broken element does not take the others along: a string ends with its line at the latest, and where elements begin on
/// lines of their own, the next one begins in the same column. Strings may stand in single quotes, as Python prints them.
/// Where an outer object has a field of the given names that is a list, its elements are the elements, and its other fields are none;
/// where it has a field of the name <see cref="Envelope"/> that is an object, that stands in its place. Where the rows of a list have no
/// names of their own, they are given those that stand before it (<see cref="SplitOrientation"/>).
/// </summary>
/// <param name="containers">The names of fields whose lists are cut.</param>
internal sealed class JsonSlicer(Stream stream, int maxBytes, params string[] containers)
{
    /// <summary>The field into which Crossref puts its answer.</summary>
    public const string Envelope = "message";

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> element = new();
    private readonly Queue<RecordSlice> ready = [];
    private readonly RecentElements recent = new();
    private bool inArray;
    private bool active;
    private bool inString;
    private byte quote;
    private bool escaped;
    private bool tooLong;
    private int depth;
    private int line = 1;
    private int column;
    private bool lineHasText;
    private int elementLine;
    private int elementColumn;
    private int? leadingColumn;

    // Of an outer object with a list: the place of the last string in it, whether the list is being cut, and whether it is behind.
    private int nameStart;
    private int nameEnd;
    private bool inContainer;
    private bool afterContainer;
    private bool inEnvelope;
    private IReadOnlyList<string>? columns;

    /// <summary>True where the end of the input came before the end of its outer array.</summary>
    public bool IsCutOff { get; private set; }

    public async IAsyncEnumerable<RecordSlice> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int length; (length = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            for (var index = 0; index < length; index++)
            {
                Take(buffer[index]);
                if (ready.Count == 0) continue;
                while (ready.TryDequeue(out var slice)) yield return slice;
            }
        }
        IsCutOff = inArray || inContainer || afterContainer;
        if (active) End(depth > 0 || inString ? "It is cut off." : null);
        while (ready.TryDequeue(out var slice)) yield return slice;
    }

    private void Take(byte value)
    {
        if (active && !tooLong && element.WrittenCount >= maxBytes) TryResume();
        column++;
        var isBlank = value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
        if (active && value == '{' && !lineHasText && column == leadingColumn && (depth > 0 || inString))
            End("It is not closed.");

        if (afterContainer) TakeAfterContainer(value);
        else if (active) TakeInside(value, isBlank);
        else if (!isBlank) TakeBetween(value);

        if (!isBlank) lineHasText = true;
        if (value != '\n') return;
        line++;
        column = 0;
        lineHasText = false;
    }

    /// <summary>
    /// Of an element that is longer than any, and so is not closed, leaves what stands behind the last record that is found in it: what
    /// follows is cut as before.
    /// </summary>
    private void TryResume()
    {
        var end = BrokenElement.EndOfLast(element.WrittenSpan, recent);
        if (end == 0) return;
        var taken = element.WrittenSpan[..end];
        var rest = element.WrittenSpan[end..].ToArray();
        var lines = taken.Count((byte)'\n');
        (line, column) = lines == 0
            ? (elementLine, elementColumn - 1 + end)
            : (elementLine + lines, end - 1 - taken.LastIndexOf((byte)'\n'));
        ready.Enqueue(new RecordSlice(taken.ToArray(), elementLine, elementColumn, "It is not closed.") { Recent = recent });
        lineHasText = true;
        Reset();
        foreach (var value in rest) Take(value);
    }

    private void TakeBetween(byte value)
    {
        switch (value)
        {
            case (byte)',':
                break;
            case (byte)'[' when !inArray && !inContainer:
                inArray = true;
                break;
            case (byte)']' when inContainer:
                inContainer = false;
                SkipRest(levels: inEnvelope ? 2 : 1);
                break;
            case (byte)']' when inArray:
                inArray = false;
                break;
            default:
                Begin();
                TakeInside(value, isBlank: false);
                break;
        }
    }

    private void Begin()
    {
        active = true;
        (nameStart, nameEnd) = (1, 0);
        elementLine = line;
        elementColumn = column;
        if (!lineHasText) leadingColumn ??= column;
    }

    private void TakeInside(byte value, bool isBlank)
    {
        if (!inString && depth == 0 && element.WrittenCount > 0 && (isBlank || value is (byte)',' or (byte)']'))
        {
            End(null);
            if (!isBlank) TakeBetween(value);
            return;
        }

        Append(value);
        if (inString)
        {
            TakeInString(value);
            if (!inString) nameEnd = element.WrittenCount - 1;
            if (!inString && depth == 0) End(null);
            return;
        }
        switch (value)
        {
            case (byte)'"' or (byte)'\'':
                BeginString(value);
                nameStart = element.WrittenCount;
                break;
            case (byte)'[' when depth == 1 && IsNamed(containers):
                BeginContainer();
                break;
            case (byte)'{' when depth == 1 && !inEnvelope && containers.Length > 0 && IsNamed(Envelope):
                BeginEnvelope();
                break;
            case (byte)'{' or (byte)'[':
                depth++;
                break;
            case (byte)'}' or (byte)']':
                depth--;
                if (depth > 0) break;
                End(null);
                if (inEnvelope && !inContainer) SkipRest(levels: 1);
                break;
        }
    }

    private void BeginString(byte value)
    {
        inString = true;
        quote = value;
        escaped = false;
    }

    private void TakeInString(byte value)
    {
        if (value == '\n' || (value == quote && !escaped)) inString = false;
        escaped = value == '\\' && !escaped;
    }

    /// <summary>Whether the string before a value is one of some names; within a list that is cut, none is.</summary>
    private bool IsNamed(params ReadOnlySpan<string> names)
    {
        if (names.IsEmpty || inContainer || tooLong || nameEnd < nameStart || element.WrittenSpan[0] != '{') return false;
        var between = element.WrittenSpan[(nameEnd + 1)..^1].Trim(" \t\r\n"u8);
        if (between is not [(byte)':']) return false;
        foreach (var name in names)
            if (Ascii.Equals(element.WrittenSpan[nameStart..nameEnd], name)) return true;
        return false;
    }

    private void BeginContainer()
    {
        columns = SplitOrientation.Columns(element.WrittenSpan);
        element.ResetWrittenCount();
        active = false;
        depth = 0;
        inContainer = true;
        leadingColumn = null;
    }

    private void BeginEnvelope()
    {
        inEnvelope = true;
        element.ResetWrittenCount();
        Append((byte)'{');
        (elementLine, elementColumn) = (line, column);
        (nameStart, nameEnd) = (1, 0);
    }

    private void SkipRest(int levels)
    {
        afterContainer = true;
        inEnvelope = false;
        depth = levels;
    }

    /// <summary>The other fields of the outer object, to its end.</summary>
    private void TakeAfterContainer(byte value)
    {
        if (inString)
        {
            TakeInString(value);
            return;
        }
        if (value is (byte)'"' or (byte)'\'') BeginString(value);
        if (value is (byte)'{' or (byte)'[') depth++;
        if (value is (byte)'}' or (byte)']') depth--;
        if (depth > 0) return;
        afterContainer = false;
        leadingColumn = null;
    }

    private void Append(byte value)
    {
        if (element.WrittenCount >= maxBytes)
        {
            tooLong = true;
            return;
        }
        element.GetSpan(1)[0] = value;
        element.Advance(1);
    }

    private void End(string? problem)
    {
        if (tooLong) problem = $"It is longer than {maxBytes} bytes, as no record is.";
        var bytes = element.WrittenSpan.ToArray();
        var row = columns is not null && problem is null ? SplitOrientation.Row(columns, bytes) : bytes;
        ready.Enqueue(new RecordSlice(row, elementLine, elementColumn, problem) { Recent = recent });
        if (problem is null) recent.Add(bytes);
        Reset();
    }

    private void Reset()
    {
        element.ResetWrittenCount();
        active = inString = escaped = tooLong = false;
        depth = 0;
    }
}
