using System.Buffers;
using System.Text.Json;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL;

/// <summary>One response to a request. Dispose of it after writing: it may hold pooled memory.</summary>
public abstract class GraphQLResponse : GraphQLResult
{
    private protected GraphQLResponse(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    /// <summary>
    /// The request was refused before execution: it does not parse, is not valid, names no operation, or its variables do not fit. Or it
    /// met a failure that passes, see <see cref="RetryAfter"/>. The response has no <c>data</c>.
    /// </summary>
    public bool IsRequestError => this is RequestErrorResponse;

    /// <summary>The errors; those of fields are in the order in which they were met. Empty where all went well.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>
    /// When to ask again, where a failure that passes is all that there is to tell; see <see cref="FieldFailure.RetryAfter"/>.
    /// </summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>What the request costs; null where it is not known.</summary>
    internal RequestCost? Cost { get; set; }

    /// <summary>Ends the writing where the client has given up, or the time of the request is over.</summary>
    internal WorkCounter Work { get; init; } = WorkCounter.Endless;

    /// <summary>What <see cref="EngineOptions.Notice"/> said when the request was answered.</summary>
    public string? Notice { get; internal set; }

    /// <summary>Writes the response as one JSON object in UTF-8. Can be called more than once before disposal.</summary>
    /// <exception cref="OperationCanceledException">
    /// The client has given up, or the time of the request is over: what was written is no whole object.
    /// </exception>
    public abstract void WriteTo(IBufferWriter<byte> output);

    /// <summary>
    /// Writes the response like <see cref="WriteTo(IBufferWriter{byte})"/>, in the format that a client of incremental delivery reads.
    /// </summary>
    public virtual void WriteTo(IBufferWriter<byte> output, IncrementalFormat format) => WriteTo(output);

    /// <summary>The entry <c>extensions</c>, where there is something to tell.</summary>
    private protected void WriteExtensions(Utf8JsonWriter writer)
    {
        var cost = Cost is { Reporting: not CostReporting.None } asked ? asked : null;
        if (cost is null && Notice is null) return;
        writer.WriteStartObject("extensions"u8);
        cost?.WriteTo(writer);
        if (Notice is not null) writer.WriteString("notice"u8, Notice);
        writer.WriteEndObject();
    }

    /// <summary>A response that refuses a request, for hosts that find the fault themselves.</summary>
    public static GraphQLResponse RequestError(params IReadOnlyList<GraphQLError> errors) => new RequestErrorResponse(errors);
}
