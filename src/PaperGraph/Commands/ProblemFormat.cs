using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using PaperGraph.Data.Imports;

namespace PaperGraph.Commands;

/// <summary>How problems are written. Each is written as it comes, so that there may be any number of them.</summary>
internal static class ProblemFormat
{
    public const string Text = "text";
    public const string Csv = "csv";
    public const string JsonLines = "jsonl";

    private static readonly string[] Columns =
        ["id", "run", "metAt", "source", "file", "line", "column", "message", "words"];

    /// <returns>How many were written, and the id of the last one.</returns>
    public static Task<(int Count, long? Id)> WriteAsync(string format, IAsyncEnumerable<StoredProblem> problems, TextWriter output) =>
        format switch
        {
            Csv => WriteCsvAsync(problems, output),
            JsonLines => WriteLinesAsync(problems, output, Json),
            _ => WriteLinesAsync(problems, output, Line),
        };

    private static string Line(StoredProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ProblemLines.Place(problem.File, problem.Line, problem.Column)}: {problem.Message}{ProblemLines.Quoted(problem.Words)}"
        + $" ({(problem.Source is { } source ? source + ", " : "")}import {problem.Run} of {problem.MetAt:yyyy-MM-dd})");

    private static async Task<(int Count, long? Id)> WriteLinesAsync(
        IAsyncEnumerable<StoredProblem> problems, TextWriter output, Func<StoredProblem, string> line)
    {
        var (count, last) = (0, (long?)null);
        await foreach (var problem in problems)
        {
            (count, last) = (count + 1, problem.Id);
            await output.WriteLineAsync(line(problem));
        }
        return (count, last);
    }

    private static async Task<(int Count, long? Id)> WriteCsvAsync(IAsyncEnumerable<StoredProblem> problems, TextWriter output)
    {
        var (count, last) = (0, (long?)null);
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteHeader(Columns);
        await foreach (var problem in problems)
        {
            (count, last) = (count + 1, problem.Id);
            csv.WriteField(problem.Id);
            csv.WriteField(problem.Run);
            csv.WriteField(Time(problem.MetAt));
            csv.WriteField(problem.Source);
            csv.WriteField(problem.File);
            csv.WriteField(Number(problem.Line));
            csv.WriteField(Number(problem.Column));
            csv.WriteField(problem.Message);
            csv.WriteField(problem.Words);
            csv.EndRecord();
        }
        return (count, last);
    }

    private static string Json(StoredProblem problem)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("id", problem.Id);
        json.WriteNumber("run", problem.Run);
        json.WriteString("metAt", Time(problem.MetAt));
        json.WriteString("source", problem.Source);
        json.WriteString("file", problem.File);
        WriteNumber(json, "line", problem.Line);
        WriteNumber(json, "column", problem.Column);
        json.WriteString("message", problem.Message);
        json.WriteString("words", problem.Words);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
