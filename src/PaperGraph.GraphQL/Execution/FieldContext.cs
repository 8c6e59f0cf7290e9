using PaperGraph.GraphQL.Coercion;

namespace PaperGraph.GraphQL.Execution;

/// <summary>What a resolver is given: a field of the request with all its parents of a level.</summary>
public sealed class FieldContext
{
    private readonly ArgumentValues arguments;

    internal FieldContext(PlannedField field, ArgumentValues arguments, IServiceProvider services, CancellationToken cancellationToken)
    {
        Field = field;
        this.arguments = arguments;
        Services = services;
        CancellationToken = cancellationToken;
    }

    /// <summary>The parents, never null; empty while <see cref="Prefetch"/> is set. A root field has one parent without meaning.</summary>
    public IReadOnlyList<object> Parents { get; internal init; } = [];

    /// <summary>Set where the field is prefetched: it tells which pending data request will yield the parents.</summary>
    public Prefetch? Prefetch { get; internal init; }

    public PlannedField Field { get; }

    /// <summary>What the request selects of the field's value.</summary>
    public Selection Selection => Field.Selection;

    /// <summary>The services that the engine was given with the request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Set where the field's resolver is a batch, which may wait for data requests of its own.</summary>
    internal Func<IReadOnlyList<DataRequest>, ValueTask>? Run { get; init; }

    /// <summary>Cancelled when the client goes away or the request has taken <see cref="EngineLimits.MaxTime"/>.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// A coerced argument; the default of <typeparamref name="T"/> where it was not given and has no default. Lists are arrays:
    /// <c>Argument&lt;IReadOnlyList&lt;string&gt;?&gt;("ids")</c>.
    /// </summary>
    /// <exception cref="InvalidCastException">The argument's values are not of type <typeparamref name="T"/>.</exception>
    public T Argument<T>(string name) => arguments.Get<T>(name);

    /// <summary>The argument was given, perhaps as null, or has a default.</summary>
    public bool Has(string name) => arguments.Has(name);

    /// <summary>
    /// Runs data requests that a batch resolver needs before it can answer. What the resolvers of a level ask for before they wait for
    /// anything else goes out together, with the data requests of the level. One that fails has its <see cref="DataRequest.Failure"/> set.
    /// </summary>
    /// <exception cref="InvalidOperationException">The field's resolver is no batch.</exception>
    public ValueTask RunAsync(IReadOnlyList<DataRequest> requests) => Run is { } run
        ? run(requests)
        : throw new InvalidOperationException($"{Field} has no batch resolver; what it needs is what it answers with.");
}

/// <summary>Where the parents of a prefetched field will come from.</summary>
/// <param name="Source">The pending data request, which has not been run.</param>
/// <param name="KeyName">
/// Which of its entities the parents will be: the <c>keys</c> of the last value resolver on the way down to the field; null for those
/// that the request itself yields.
/// </param>
public sealed record Prefetch(DataRequest Source, string? KeyName);
