#: title    The recipe and the dish   | fr: La recette et le plat
#: about    Calling an async function cooks nothing: it gives a recipe. Only a task, or an await, cooks.
#:          | fr: Appeler une fonction async ne cuisine rien. Il faut une tâche, ou un await.
#: chapter  One chef, many dishes     | fr: Un chef, plusieurs plats
#: level    easy
#: step     line
import asyncio


async def soup():                       #: dish soup
    print("the soup simmers")
    await asyncio.sleep(1)
    print("the soup is ready")
    return "soup"


async def main():
    recipe = soup()                     #: say A recipe card: the line inside soup has not run.
    #: | fr: Une fiche de recette : la ligne dans soup n'a pas été exécutée.
    print("main holds a", type(recipe).__name__)
    dish = asyncio.create_task(recipe)  #: say A ticket on the rail. It is cooked when main lets go.
    #: | fr: Un ticket sur le rail. On le cuisinera quand main laissera la main.
    print("main holds a", type(dish).__name__)
    await asyncio.sleep(0)              #: say Now main lets go for one turn.
    #: | fr: Maintenant, main laisse la main pour un tour.
    print("main is back")
    print("main has the", await dish)


asyncio.run(main())
#: expect output "main holds a coroutine" before "the soup simmers"
#: expect output "main holds a Task" before "the soup simmers"
#: expect output "the soup simmers" before "main is back"
#: expect all awaited
