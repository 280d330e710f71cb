namespace ActorTune.Spaces.Annotations;

/// <summary>Gives search spaces their factory from an annotated options class.</summary>
public static class SearchSpaceAnnotations
{
    extension(SearchSpace)
    {
        /// <summary>Builds the search space of an annotated options class.</summary>
        /// <typeparam name="T">The options class, record or struct.</typeparam>
        /// <param name="useInitialValues">Whether initial values are defaults.</param>
        /// <returns>The search space; see <see cref="SearchSpaceReader"/>.</returns>
        /// <exception cref="InvalidStudyException">
        /// Something is wrong; it lists all of it.
        /// </exception>
        public static SearchSpace From<T>(bool useInitialValues = false) =>
            SearchSpaceReader.From<T>(useInitialValues);
    }
}
