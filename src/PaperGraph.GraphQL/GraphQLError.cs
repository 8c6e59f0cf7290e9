using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL;

/// <summary>An entry of a response's <c>errors</c>: what went wrong, where in the document or in the response, and a stable code.</summary>
public sealed record GraphQLError(string Message)
{
    /// <summary>The code of a document that does not parse.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The code of a document with more tokens than <see cref="ParserLimits.MaxTokens"/>.</summary>
    public const string TooManyTokens = "DOCUMENT_TOO_MANY_TOKENS";

    /// <summary>The code of a document that nests deeper than <see cref="ParserLimits.MaxSyntaxDepth"/>.</summary>
    public const string TooDeep = "DOCUMENT_TOO_DEEP";

    /// <summary>The code of a document that breaks a rule of validation.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>Places in the document; empty where the error belongs to none.</summary>
    public ImmutableArray<Location> Locations { get; init; } = [];

    /// <summary>Response names (<see cref="string"/>) and list indexes (<see cref="int"/>) to the field; null before execution.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Upper-case words joined by underscores; stands in the response as <c>extensions.code</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The rule of validation that found it, such as <c>FieldsOnCorrectType</c>; no part of a response.</summary>
    public string? Rule { get; init; }

    /// <summary>What else stands in the response's <c>extensions</c>, as JSON-like values.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
