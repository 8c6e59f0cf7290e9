namespace PaperGraph.GraphQL.Execution;

/// <summary>A failure that the client is told of, in place of a value.</summary>
/// <param name="Message">What was wrong and what to do; goes to the client as it is.</param>
/// <param name="Code">Stable, upper-case words joined by underscores; <c>extensions.code</c> of the error.</param>
public sealed record FieldFailure(string Message, string? Code = null)
{
    /// <summary>What else stands in the error's <c>extensions</c>, as JSON-like values.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>
    /// Set where the failure passes: when to ask again. It fails the whole request, unless that is a mutation, since what was found
    /// until then is asked for again anyway; an event of a subscription is answered again by itself.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The failure as an exception, for code that cannot answer with a value.</summary>
    public FieldFailureException ToException() => new(this);
}

/// <summary>
/// Thrown by a resolver, or set as the failure of a data request, to tell the client. Any other exception is reported to it as
/// "Unexpected error".
/// </summary>
public sealed class FieldFailureException(FieldFailure failure) : Exception(failure.Message)
{
    public FieldFailure Failure { get; } = failure;
}
