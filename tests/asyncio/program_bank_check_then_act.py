import asyncio


class Compte:
    def __init__(self, titulaire, solde):
        self.titulaire = titulaire
        self.solde = solde
        self.verrou = asyncio.Lock()

    async def retirer_sans_verrou(self, montant):
        if self.solde >= montant:
            await asyncio.sleep(0.02)       # la banque réfléchit
            self.solde -= montant
            print(f"  retrait de {montant} €, solde : {self.solde} €")
        else:
            print(f"  refusé : {montant} €, solde : {self.solde} €")

    async def retirer(self, montant):
        async with self.verrou:
            await self.retirer_sans_verrou(montant)


async def main():
    compte = Compte("Zoé", 100)
    print("Sans verrou :")
    await asyncio.gather(compte.retirer_sans_verrou(80), compte.retirer_sans_verrou(80))
    print(f"Solde final : {compte.solde} €")

    compte = Compte("Zoé", 100)
    print("Avec verrou :")
    await asyncio.gather(compte.retirer(80), compte.retirer(80))
    print(f"Solde final : {compte.solde} €")


if __name__ == "__main__":
    asyncio.run(main())
