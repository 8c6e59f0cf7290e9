using System.ComponentModel.DataAnnotations;
using System.Reflection;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL;

/// <summary>
/// What a request may ask for. Each limit refuses with a code of its own and a message that names it. An engine checks their ranges when it
/// is made.
/// </summary>
public sealed record EngineLimits
{
    /// <summary>Characters of a document; code <c>DOCUMENT_LIMIT</c>.</summary>
    [Range(1, int.MaxValue)]
    public int MaxDocumentLength { get; init; } = 200_000;

    /// <summary>Tokens of a document, comments not counted; code <c>DOCUMENT_TOO_MANY_TOKENS</c>.</summary>
    [Range(1, int.MaxValue)]
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Selections, values and list types inside one another, as written; at most 600; code <c>DOCUMENT_TOO_DEEP</c>.</summary>
    [Range(1, ParserLimits.MaxAllowedDepth)]
    public int MaxSyntaxDepth { get; init; } = 200;

    /// <summary>Fields inside fields, fragments followed; code <c>DEPTH_LIMIT</c>.</summary>
    [Range(1, int.MaxValue)]
    public int MaxDepth { get; init; } = 24;

    /// <summary>
    /// Lists and objects inside one another in a value of the variables; at most 600; code <c>INPUT_DEPTH_LIMIT</c>.
    /// </summary>
    [Range(1, ParserLimits.MaxAllowedDepth)]
    public int MaxInputDepth { get; init; } = 64;

    /// <summary>
    /// Values of the arguments that an operation gives: leaves, lists and objects, those of a variable counted wherever it is used,
    /// arguments of a fragment wherever it is spread; code <c>INPUT_SIZE_LIMIT</c>. Known before they are made.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxInputValues { get; init; } = 20_000;

    /// <summary>
    /// Fields that an operation asks for, and fragments that it may defer, fragments followed and counted where they are spread; code
    /// <c>FIELD_LIMIT</c>.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxFields { get; init; } = 5_000;

    /// <summary>
    /// Fields at the root of an operation, fragments followed; code <c>ROOT_FIELD_LIMIT</c>. A dashboard asks for a count a month and
    /// line: what they do to the server is held by <see cref="MaxCost"/>.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxRootFields { get; init; } = 500;

    /// <summary>
    /// What a request may cost, known before execution from its variables and the schema's <c>@cost</c> and <c>@listSize</c>; code
    /// <c>COST_LIMIT</c>. Without these a field with a selection and an object cost 1 each, leaves nothing, and a list has one item.
    /// 0 for no limit.
    /// </summary>
    [Range(typeof(long), "0", "9223372036854775807")]
    public long MaxCost { get; init; } = 100_000;

    /// <summary>Aliases of a document; code <c>ALIAS_LIMIT</c>.</summary>
    [Range(0, int.MaxValue)]
    public int MaxAliases { get; init; } = 1_000;

    /// <summary>Directives at one spot of a document; code <c>DIRECTIVE_LIMIT</c>.</summary>
    [Range(0, int.MaxValue)]
    public int MaxDirectives { get; init; } = 10;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> are answered; code <c>INTROSPECTION_NOT_ALLOWED</c> where not.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>
    /// Errors that a response lists, or of one in several parts what is executed together; the last one, with code <c>ERROR_LIMIT</c>,
    /// says that there are more.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxErrors { get; init; } = 100;

    /// <summary>
    /// From the request, or the event of a subscription, to its last value; code <c>TIME_LIMIT</c>. Looked at wherever something has to
    /// be waited for.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Estimated bytes of the documents that are kept parsed, validated and planned; 0 for none.</summary>
    [Range(typeof(long), "0", "9223372036854775807")]
    public long MaxCachedBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>A sentence for each limit that is out of its range, with the range; none where an engine takes these limits.</summary>
    public IEnumerable<string> FindProblems()
    {
        return from property in typeof(EngineLimits).GetProperties()
               let range = property.GetCustomAttribute<RangeAttribute>()
               let value = property.GetValue(this)
               where range is not null && !range.IsValid(value)
               select $"The limit {property.Name} is {value}. {Advice(range)}";

        static string Advice(RangeAttribute range) => range.Maximum is int.MaxValue or long.MaxValue
            ? $"Set it to {range.Minimum} or more."
            : $"Set it from {range.Minimum} to {range.Maximum}.";
    }

    /// <summary>Itself, where each limit is within its range.</summary>
    /// <exception cref="ArgumentException">Some are not; the message names all of them.</exception>
    internal EngineLimits Checked()
    {
        var problems = string.Join(' ', FindProblems());
        return problems.Length == 0 ? this : throw new ArgumentException(problems);
    }
}
