using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL;

/// <summary>What an engine needs from its host.</summary>
public sealed record EngineOptions
{
    /// <summary>Runs the data requests that resolvers make; needed where a field is bound to one.</summary>
    public IDataRequestRunner? DataRequests { get; init; }

    public EngineLimits Limits { get; init; } = new();

    /// <summary>
    /// Told of each exception that a client gets as "Unexpected error", with the field it comes from, such as <c>Paper.title</c>.
    /// The client is given the id of <see cref="System.Diagnostics.Activity.Current"/>'s trace, as <c>extensions.traceId</c>.
    /// </summary>
    public Action<Exception, string>? OnUnexpectedError { get; init; }

    /// <summary>Requests and events that take at least so long are told to <see cref="OnSlowRequest"/>; zero for none.</summary>
    public TimeSpan SlowRequest { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Told of each slow request when it ends, while <see cref="System.Diagnostics.Activity.Current"/> is its own.</summary>
    public Action<SlowRequest>? OnSlowRequest { get; init; }

    /// <summary>
    /// What clients should know of the state of the server, as a sentence: responses, but those of streams, carry it as
    /// <c>extensions.notice</c> while it is not null.
    /// </summary>
    public Func<string?>? Notice { get; init; }

    /// <summary>What deadlines and durations are measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What executions make their columns of, one after the other.</summary>
    internal SpareColumns SpareColumns { get; } = new();
}
