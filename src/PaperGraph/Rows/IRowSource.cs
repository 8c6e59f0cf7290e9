namespace PaperGraph.Rows;

/// <summary>Makes a query document of an address's parameters, and rows of its answer.</summary>
internal interface IRowSource
{
    /// <summary>The name in the address: <c>/data/{name}.csv</c>.</summary>
    string Name { get; }

    /// <summary>The names of all parameters.</summary>
    IReadOnlyList<string> Parameters { get; }

    /// <exception cref="RowProblemException">A parameter is wrong, or the rows cannot be had now.</exception>
    Task<RowTable> ReadAsync(RowParameters given, RowQueries queries, CancellationToken cancellationToken);
}
