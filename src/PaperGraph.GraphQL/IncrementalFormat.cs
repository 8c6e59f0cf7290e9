namespace PaperGraph.GraphQL;

/// <summary>How the responses to a request that defers or streams tell what belongs where.</summary>
public enum IncrementalFormat
{
    /// <summary>
    /// Pending results have ids: <c>pending</c> announces one and <c>completed</c> ends it, as in the specification's draft.
    /// </summary>
    Ids,

    /// <summary>
    /// By the path and the label of each piece of data, without <c>pending</c> and <c>completed</c>: the draft of 24 August 2022, which
    /// clients name <c>deferSpec=20220824</c>. Fields that were sent already, or that several fragments share, are sent once here too.
    /// </summary>
    Paths,
}
