using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL;

/// <summary>What a request may ask for. Each limit refuses with a code of its own and a message that names it.</summary>
public sealed record EngineLimits
{
    /// <summary>Characters of a document; code <c>DOCUMENT_LIMIT</c>.</summary>
    public int MaxDocumentLength { get; init; } = 200_000;

    /// <summary>Tokens of a document, comments not counted; code <c>DOCUMENT_TOO_MANY_TOKENS</c>.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Selections, values and list types inside one another, as written; at most 600; code <c>DOCUMENT_TOO_DEEP</c>.</summary>
    public int MaxSyntaxDepth { get; init; } = 200;

    /// <summary>Fields inside fields, fragments followed; code <c>DEPTH_LIMIT</c>.</summary>
    public int MaxDepth { get; init; } = 24;

    /// <summary>
    /// Lists and objects inside one another in a value of the variables; at most 600; code <c>INPUT_DEPTH_LIMIT</c>.
    /// </summary>
    public int MaxInputDepth { get; init; } = 64;

    /// <summary>
    /// Values of the arguments that an operation gives: leaves, lists and objects, those of a variable counted wherever it is used,
    /// arguments of a fragment wherever it is spread; code <c>INPUT_SIZE_LIMIT</c>. Known before they are made.
    /// </summary>
    public int MaxInputValues { get; init; } = 20_000;

    /// <summary>
    /// Fields that an operation asks for, and fragments that it may defer, fragments followed and counted where they are spread; code
    /// <c>FIELD_LIMIT</c>.
    /// </summary>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>
    /// Fields at the root of an operation, fragments followed; code <c>ROOT_FIELD_LIMIT</c>. A dashboard asks for a count a month and
    /// line: what they do to the server is held by <see cref="MaxCost"/>.
    /// </summary>
    public int MaxRootFields { get; init; } = 500;

    /// <summary>
    /// What a request may cost, known before execution from its variables and the schema's <c>@cost</c> and <c>@listSize</c>; code
    /// <c>COST_LIMIT</c>. Without these a field with a selection and an object cost 1 each, leaves nothing, and a list has one item.
    /// 0 for no limit.
    /// </summary>
    public long MaxCost { get; init; } = 100_000;

    /// <summary>Aliases of a document; code <c>ALIAS_LIMIT</c>.</summary>
    public int MaxAliases { get; init; } = 1_000;

    /// <summary>Directives at one spot of a document; code <c>DIRECTIVE_LIMIT</c>.</summary>
    public int MaxDirectives { get; init; } = 10;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> are answered; code <c>INTROSPECTION_NOT_ALLOWED</c> where not.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>
    /// Errors that a response lists, or of one in several parts what is executed together; the last one, with code <c>ERROR_LIMIT</c>,
    /// says that there are more.
    /// </summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>
    /// From the request, or the event of a subscription, to its last value; code <c>TIME_LIMIT</c>. Looked at wherever something has to
    /// be waited for.
    /// </summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Documents whose plans are kept.</summary>
    public int CachedDocuments { get; init; } = 512;

    /// <summary>Itself, where each limit is one that can be held.</summary>
    internal EngineLimits Checked()
    {
        Check(nameof(MaxSyntaxDepth), MaxSyntaxDepth);
        Check(nameof(MaxInputDepth), MaxInputDepth);
        if (MaxInputValues < 1) throw new ArgumentException($"The limit MaxInputValues is {MaxInputValues}. Set it to 1 or more.");
        return this;

        static void Check(string name, int depth)
        {
            if (depth is < 1 or > ParserLimits.MaxAllowedDepth)
            {
                throw new ArgumentException(
                    $"The limit {name} is {depth}. Set it from 1 to {ParserLimits.MaxAllowedDepth}: "
                    + "nothing this deep comes near the end of a thread's stack.");
            }
        }
    }
}
