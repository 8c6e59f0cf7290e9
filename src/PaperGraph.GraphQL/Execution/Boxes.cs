namespace PaperGraph.GraphQL.Execution;

/// <summary>Boxes that are shared, for the values that make up most columns of numbers and flags.</summary>
internal static class Boxes
{
    private const int Smallest = -1;
    private const int Largest = 256;

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Integers = [.. Enumerable.Range(Smallest, Largest - Smallest + 1).Select(number => (object)number)];

    public static object? Box<T>(T value)
    {
        if (typeof(T) == typeof(bool)) return (bool)(object)value! ? True : False;
        if (typeof(T) == typeof(int))
        {
            var number = (int)(object)value!;
            return number is >= Smallest and <= Largest ? Integers[number - Smallest] : number;
        }
        return value;
    }
}
